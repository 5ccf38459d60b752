// `apache.htaccess`: the same for Apache. Tested with Debian's apache2.
import { always, expression, forSafari, forever, frames, pages, root, types } from './table.mjs';

const packed = '(\\.br|\\.gz)?';
const kinds = Object.entries(types).map(([ending, { type }]) => `<FilesMatch "\\.${ending}${packed}$">
  ForceType "${type}"
</FilesMatch>`);

// The last that fits counts here: so from the end.
const said = [...pages].reverse().flatMap(({ at, cache, policy }) => {
  const here = `"expr=%{REQUEST_URI} =~ m#${expression(at, packed)}#"`;
  return [`Header set Cache-Control "${cache}" ${here}`, `Header set Content-Security-Policy "${policy.replaceAll(frames, '*')}" ${here}`];
});

const encoding = (name, ending) => `RewriteCond %{HTTP:Accept-Encoding} \\b${name}\\b
RewriteCond %{REQUEST_FILENAME}\\.${ending} -f
RewriteRule ^(.+)$ $1.${ending} [L]`;

const encoded = (name, ending) => `<FilesMatch "\\.${ending}$">
  SetEnv no-gzip 1
  SetEnv no-brotli 1
  Header set Content-Encoding ${name}
</FilesMatch>`;

/** The sample as a whole. */
export const apache = () => `# Mantelwijzer. Put this file as .htaccess in the folder ${root} of your site, and each release beside it in a folder of
# its version. Wants the modules headers and rewrite (a2enmod headers rewrite) and 'AllowOverride All' for that folder.
# To let only some sites show the iframe, name them instead of the star behind 'frame-ancestors'.
${forSafari}
Options -Indexes -MultiViews
DirectoryIndex index.html

# The files compressed beforehand, for browsers that take them.
RemoveLanguage .br
RemoveEncoding .br .gz .tgz
RewriteEngine On
${encoding('br', 'br')}
${encoding('gzip', 'gz')}
${encoded('br', 'br')}
${encoded('gzip', 'gz')}
Header merge Vary Accept-Encoding

${kinds.join('\n')}

${Object.entries(always).map(([name, value]) => `Header always set ${name} "${value}"`).join('\n')}
Header set Cache-Control "${forever}"
${said.join('\n')}
`;
