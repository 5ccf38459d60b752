<?php
/**
 * Plugin Name: Mantelwijzer
 * Description: Zet de wegwijzer voor mantelzorgers op een pagina, met een blok of met de shortcode [mantelwijzer].
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: EUPL-1.2
 * Text Domain: mantel-wijzer
 *
 * De widget zelf staat op een andere server: stel het adres van de release in bij Instellingen > Mantelwijzer.
 * Het script wordt alleen geladen op pagina's waar de widget staat.
 */

namespace Mantelwijzer;

defined( 'ABSPATH' ) || exit;

const OPTION = 'mantel_wijzer';
const HANDLE = 'mantel-wijzer';

require __DIR__ . '/settings.php';

add_action( 'init', __NAMESPACE__ . '\start' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\script_tag', 10, 3 );

function start(): void {
	$release = release();
	if ( '' !== $release['address'] ) {
		// No version of WordPress behind the address: the release has its own, and the integrity is for this very file.
		wp_register_script( HANDLE, $release['address'] . 'mantel-wijzer.js', array(), null, true );
	}
	add_shortcode( 'mantelwijzer', __NAMESPACE__ . '\shortcode' );
	register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\block' ) );
}

/** Where the release is, and the hash of its module; empty when nobody has said so yet. */
function release(): array {
	$saved = get_option( OPTION );
	return array_merge( array( 'address' => '', 'integrity' => '' ), is_array( $saved ) ? $saved : array() );
}

/** [mantelwijzer place="be-vov" lang="nl-BE"]what is seen without scripts[/mantelwijzer] */
function shortcode( $attributes, ?string $fallback = '' ): string {
	// Around and inside a shortcode WordPress may leave half a paragraph.
	$whole = force_balance_tags( preg_replace( '#^\s*</p>|<p>\s*$#', '', (string) $fallback ) );
	return element( (array) $attributes, wpautop( trim( $whole ) ) );
}

function block( array $attributes, string $fallback ): string {
	$wishes = array(
		'place'         => $attributes['place'] ?? '',
		'lang'          => $attributes['lang'] ?? '',
		'languages'     => $attributes['languages'] ?? '',
		'heading-level' => $attributes['headingLevel'] ?? '',
	);
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), element( $wishes, $fallback ) );
}

/** The element, with the attributes that make sense: whatever else was written is left out. */
function element( array $wishes, string $fallback ): string {
	$allowed = array(
		'place'         => '/^[a-z]{2}(-[a-z0-9]+)*$/',
		'lang'          => '/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/',
		'languages'     => '/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*( [A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)*$/',
		'heading-level' => '/^[2-6]$/',
		'loading'       => '/^(lazy|eager)$/',
	);
	$html = '<mantel-wijzer';
	foreach ( $allowed as $name => $pattern ) {
		$value = $wishes[ $name ] ?? '';
		if ( is_scalar( $value ) && preg_match( $pattern . 'D', (string) $value ) ) {
			$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	foreach ( array( 'catalogue', 'exit-url' ) as $name ) {
		$address = isset( $wishes[ $name ] ) && is_scalar( $wishes[ $name ] ) ? esc_url( (string) $wishes[ $name ], array( 'http', 'https' ) ) : '';
		if ( '' !== $address ) {
			$html .= sprintf( ' %s="%s"', $name, $address );
		}
	}
	wp_enqueue_script( HANDLE );
	return $html . '>' . fallback( $fallback ) . '</mantel-wijzer>';
}

/** What is seen without scripts: what the editor wrote, else our own words. */
function fallback( string $written ): string {
	$written = wp_kses_post( $written );
	if ( '' !== trim( wp_strip_all_tags( $written ) ) ) {
		return $written;
	}
	$words = esc_html__( 'Kunt u de vragen hier niet zien? Bij direct gevaar: bel', 'mantel-wijzer' ) . ' <a href="tel:112">112</a>.';
	$release = release();
	if ( '' !== $release['address'] ) {
		$words .= sprintf( ' <a href="%s">%s</a>', esc_url( $release['address'] . 'hulp/index.html' ), esc_html__( 'Bekijk alle hulp.', 'mantel-wijzer' ) );
	}
	return '<p>' . $words . '</p>';
}

/** A module with integrity: WordPress itself would write neither. */
function script_tag( string $tag, string $handle, string $address ): string {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	$integrity = release()['integrity'];
	$held = '' === $integrity ? '' : sprintf( ' integrity="%s"', esc_attr( $integrity ) );
	return sprintf( '<script type="module" src="%s"%s crossorigin="anonymous"></script>' . "\n", esc_url( $address ), $held );
}
