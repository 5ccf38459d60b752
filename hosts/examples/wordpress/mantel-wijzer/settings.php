<?php
/**
 * Instellingen > Mantelwijzer: waar de release staat, en de waarde voor `integrity` uit snippet.html van die release.
 */

namespace Mantelwijzer;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\register' );
add_action( 'admin_menu', __NAMESPACE__ . '\menu' );

function register(): void {
	register_setting(
		OPTION,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\sanitize',
		)
	);
	add_settings_section( 'release', __( 'De release', 'mantel-wijzer' ), '__return_false', OPTION );
	$fields = array(
		'address'   => array( __( 'Adres', 'mantel-wijzer' ), __( 'De map van één versie, bijvoorbeeld https://cdn.example/mantel-wijzer/0.1.0/', 'mantel-wijzer' ) ),
		'integrity' => array( __( 'Integrity', 'mantel-wijzer' ), __( 'De waarde uit snippet.html van die versie. Zij begint met sha384-. Past u het adres aan, pas dan ook deze waarde aan.', 'mantel-wijzer' ) ),
	);
	foreach ( $fields as $name => list( $label, $help ) ) {
		$id = HANDLE . '-' . $name;
		add_settings_field( $name, $label, __NAMESPACE__ . '\field', OPTION, 'release', compact( 'id', 'name', 'help' ) + array( 'label_for' => $id ) );
	}
}

function menu(): void {
	$title = __( 'Mantelwijzer', 'mantel-wijzer' );
	add_options_page( $title, $title, 'manage_options', HANDLE, __NAMESPACE__ . '\page' );
}

function page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	printf( '<div class="wrap"><h1>%s</h1><form action="options.php" method="post">', esc_html( get_admin_page_title() ) );
	settings_fields( OPTION );
	do_settings_sections( OPTION );
	submit_button();
	echo '</form></div>';
}

function field( array $field ): void {
	printf(
		'<input type="text" class="large-text code" id="%1$s" name="%2$s[%3$s]" value="%4$s" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%5$s</p>',
		esc_attr( $field['id'] ),
		esc_attr( OPTION ),
		esc_attr( $field['name'] ),
		esc_attr( release()[ $field['name'] ] ),
		esc_html( $field['help'] )
	);
}

/** What can't be right isn't saved: then what was there stays. */
function sanitize( $given ): array {
	$kept = release();
	$given = is_array( $given ) ? $given : array();
	$address = trim( (string) ( $given['address'] ?? '' ) );
	$integrity = trim( (string) ( $given['integrity'] ?? '' ) );
	$clean = esc_url_raw( $address, array( 'http', 'https' ) );
	// Whoever pastes the address of the module means its folder.
	$clean = '' === $clean ? '' : trailingslashit( preg_replace( '#/mantel-wijzer\.js$#', '', $clean ) );
	if ( '' !== $address && ! preg_match( '~^https?://[^/?#]+/[^?#]*$~D', $clean ) ) {
		add_settings_error( OPTION, 'address', __( 'Dit adres is geen webadres. Het vorige blijft staan.', 'mantel-wijzer' ) );
		$clean = $kept['address'];
	}
	if ( '' !== $integrity && ! preg_match( '#^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}$#D', $integrity ) ) {
		add_settings_error( OPTION, 'integrity', __( 'Deze waarde voor integrity klopt niet. De vorige blijft staan.', 'mantel-wijzer' ) );
		$integrity = $kept['integrity'];
	}
	return array( 'address' => $clean, 'integrity' => $integrity );
}
