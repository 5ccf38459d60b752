// `object-store.sh`: for a bucket that is spoken to as Amazon's S3, with a CDN in front of it.
import { always, frames, headersOf, pages, root, server } from './table.mjs';

const isPage = (path) => path.endsWith('.html');

const row = (path) => {
  const said = headersOf(path);
  return [path, said['Content-Type'], said['Cache-Control']].join('|');
};

/** A script that copies a release to a bucket. */
export const store = (paths, version) => `#!/usr/bin/env bash
# Mantelwijzer. Copies this release to a bucket: deploy/object-store.sh s3://BUCKET [OPTION OF aws...]
# A bucket can't choose by what a browser takes. So it gets the files in Brotli, which each browser that can run the widget
# takes over https. With ENCODING=none it gets them plain: for a CDN that compresses by itself.
# Pages come last: no page is there before what it loads.
set -euo pipefail
cd "$(dirname "$0")/.."
bucket=\${1:?s3://BUCKET}
shift

while IFS='|' read -r path type cache; do
  from=$path
  encoding=()
  if [ "\${ENCODING:-br}" = br ] && [ -f "$path.br" ]; then
    from=$path.br
    encoding=(--content-encoding br)
  fi
  aws s3 cp "$@" --no-guess-mime-type --content-type "$type" --cache-control "$cache" "\${encoding[@]}" \\
    "$from" "$bucket${root}${version}/$path" </dev/null
done <<'FILES'
${paths.filter((path) => !isPage(path)).map(row).join('\n')}
${paths.filter(isPage).map(row).join('\n')}
FILES

cat <<'HEADERS'
The files are there. These headers a bucket can't keep: let the CDN send them with every answer.
${Object.entries(always).map(([name, value]) => `  ${name}: ${value}`).join('\n')}
And these with our pages (in place of the star: the sites that may show the iframe; in place of ${server}: your own address,
without which Safari shows phone numbers only in the iframe):
${pages.map(({ at, policy }) => `  ${at.startsWith('.') ? `other *${at}` : at}: Content-Security-Policy: ${policy.replaceAll(frames, '*')}`).join('\n')}
HEADERS
`;
