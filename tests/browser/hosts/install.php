<?php
/**
 * Installs WordPress, switches the plugin on and writes the posts. Reads its wishes as JSON, prints the ids of the posts.
 */

$wishes = json_decode( stream_get_contents( STDIN ) );
$_SERVER['HTTP_HOST'] = '127.0.0.1';

( new mysqli( 'localhost', 'root', '', '', 0, $wishes->socket ) )->query( 'CREATE DATABASE wordpress' );

/** No mail to anyone. */
function wp_new_blog_notification() {}

define( 'WP_INSTALLING', true );
require $wishes->root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Gemeente Voorbeeld', $wishes->name, 'redacteur@example.org', true, '', $wishes->password );
switch_theme( 'twentytwentythree' );
$problem = activate_plugin( 'mantel-wijzer/mantel-wijzer.php' );
if ( is_wp_error( $problem ) ) {
	fwrite( STDERR, $problem->get_error_message() );
	exit( 1 );
}
wp_set_current_user( 1 );
$ids = array();
foreach ( $wishes->posts as $name => $words ) {
	$ids[ $name ] = wp_insert_post(
		array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $name, 'post_content' => wp_slash( $words ) ),
		true
	);
}
echo json_encode( $ids );
