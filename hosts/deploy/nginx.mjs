// `nginx.conf`: a server that sends the files compressed beforehand. Tested with Debian's nginx.
import { always, expression, forSafari, forever, frames, pages, root, types } from './table.mjs';

const hosts = '$mantel_wijzer_hosts';
const line = (...words) => `  ${words.join(' ')};`;
const quoted = (text) => `"${text}"`;

const map = (name, other, value) => `map $uri $mantel_wijzer_${name} {
${line('default', quoted(other))}
${pages.map((page) => line(quoted(`~${expression(page.at)}`), quoted(value(page).replaceAll(frames, hosts)))).join('\n')}
}`;

const kinds = Object.entries(types).map(([ending, { type }]) => `      ${quoted(type)} ${ending};`);
const said = Object.entries(always).map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`);

/** The sample as a whole. */
export const nginx = () => `# Mantelwijzer. Put this file in /etc/nginx/conf.d/, and each release in a folder of its version:
# /srv/www${root}0.1.0/. Debian: apt-get install nginx-light libnginx-mod-http-brotli-static
# Behind another server or a CDN: copy the maps, and what stands in 'location'.

# Which sites may show the page for the iframe way: all, or for instance "https://www.gemeente.be https://www.huis.be".
map "" ${hosts} {
  default "*";
}
${map('cache', forever, ({ cache }) => cache)}
${forSafari}
${map('policy', '', ({ policy }) => policy)}

server {
  listen 80; # better: 443 with your certificate
  server_name cdn.voorbeeld.be;
  root /srv/www;

  location ^~ ${root} {
    index index.html;
    access_log off; # who looks for help is nobody's business
    gzip off;
    gzip_static on;
    brotli_static on; # without the module for Brotli: leave this line out
    gzip_vary on;
    types {
${kinds.join('\n')}
    }
    default_type application/octet-stream;
    add_header Cache-Control $mantel_wijzer_cache;
    add_header Content-Security-Policy $mantel_wijzer_policy;
${said.join('\n')}
  }
}
`;
