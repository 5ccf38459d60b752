<?php
/**
 * Wie de plugin verwijdert, verwijdert ook wat zij bewaarde: alleen het adres van de release en de waarde van integrity.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'mantel_wijzer' );
