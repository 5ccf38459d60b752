// Start de Yew-app van de pagina. Trunk schrijft zo'n begin zelf; wie Trunk gebruikt, heeft dit bestand niet nodig.
import init from './yew-host.js';

await init();
