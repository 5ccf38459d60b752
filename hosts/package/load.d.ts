import './mantel-wijzer.js';

/**
 * Loads the widget from where its files were copied to, and defines `<mantel-wijzer>`.
 * `folder` is the address at which the package's folder `dist` is served; it may be relative to the page.
 */
export declare function load(folder: string | URL): Promise<void>;
