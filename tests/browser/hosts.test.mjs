// The widget on real hosts: each example of hosts/examples, as a visitor meets it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { version } from '../../.ci/version.mjs';
import { screen, start } from './browser.mjs';
import { check } from './hosts/check.mjs';
import { css, hosts, rules } from './hosts/pages.mjs';
import { cdn, examples, folder, integrity, site } from './hosts/site.mjs';
import { person, wordpress } from './hosts/wordpress.mjs';

let browser;
let far;
before(async () => {
  [browser, far] = await Promise.all([start(), cdn()]);
});
after(() => Promise.all([browser?.stop(), far?.stop()]));

describe('hosts', () => {
  for (const host of hosts) test(host.name, () => check(browser, far.address, host));

  test('a module that is not the chosen one never runs, and the page speaks for itself', async () => {
    const hash = `sha384-${'A'.repeat(64)}`;
    const { address, stop } = await site({ ...css, strict: join(examples, 'strict') }, { cdn: far.address, rules, hash });
    const { page, seen, close } = await browser.open({ at: `${address}/strict/`, ready: false });
    await page.waitForLoadState('load');
    assert.ok(await page.evaluate(() => customElements.get('mantel-wijzer') === undefined));
    assert.ok(await page.getByText('Kunt u de vragen hier niet zien?').isVisible());
    assert.match(seen.errors.join(), /integrity/);
    await close();
    await stop();
  });

  test('the examples name the version that is made here', () => {
    assert.equal(folder, `mantel-wijzer/${version}`);
    const places = [...hosts.map(({ example }) => `${example}/index.html`), 'wordpress/mantel-wijzer/mantel-wijzer.php', 'wordpress/mantel-wijzer/block/block.json'];
    for (const place of places) {
      const named = readFileSync(join(examples, place), 'utf8').match(/\b\d+\.\d+\.\d+\b/g) ?? [];
      assert.deepEqual([...new Set(named)].filter((one) => one !== version), [], place);
    }
  });
});

const bel = '<p>Bel ons gerust: <a href="tel:106">106</a></p>';
const posts = {
  shortcode: `Voor wie zorgt.\n\n[mantelwijzer place="be-vov" lang="nl-BE"]${bel}[/mantelwijzer]`,
  block: [
    '<!-- wp:mantel-wijzer/wijzer {"place":"be-vov","lang":"nl-BE","languages":"nl-BE fr"} -->',
    `<!-- wp:paragraph -->${bel}<!-- /wp:paragraph -->`,
    '<!-- /wp:mantel-wijzer/wijzer -->',
  ].join('\n'),
  nothing: '<!-- wp:paragraph --><p>Open van 9 tot 12 uur.</p><!-- /wp:paragraph -->',
};

/** What may go wrong in a shortcode, by mistake or on purpose, and what must come of it. */
const shortcodes = [
  ['[mantelwijzer place="be-vov" lang="nl-BE" languages="nl-BE fr ar" heading-level="3" loading="eager" exit-url="https://example.org/?a=1&b=2"]', { place: 'be-vov', lang: 'nl-BE', languages: 'nl-BE fr ar', 'heading-level': '3', loading: 'eager', 'exit-url': 'https://example.org/?a=1&b=2' }],
  ['[mantelwijzer]', {}],
  ['[mantelwijzer hier daar]', {}],
  [`[mantelwijzer place='"><script>alert(1)</script>' lang='nl" onfocus="alert(1)']`, {}],
  [`[mantelwijzer place="be-vov' onclick='alert(1)" heading-level="1" loading="soon" languages="nl-BE x"]`, {}],
  ['[mantelwijzer exit-url="javascript:alert(1)" catalogue="data:text/html,x" onclick="alert(1)" style="color:red"]', {}],
  [`[mantelwijzer exit-url='https://example.org/"><img src=x onerror=alert(1)>']`, undefined],
  ['[mantelwijzer]<script>alert(1)</script><p onclick="alert(1)">Bel 106</p><img src="x" onerror="alert(1)"><a href="javascript:alert(1)">Bel</a>[/mantelwijzer]', {}],
  ['[mantelwijzer]</mantel-wijzer><iframe src="https://example.org"></iframe><p>Bel 106[/mantelwijzer]', {}],
];

describe('WordPress', () => {
  let blog;
  let admin;
  const at = (name) => `${blog.address}/?page_id=${blog.ids[name]}`;
  const settings = () => blog.run('return Mantelwijzer\\release();');

  before(async () => {
    blog = await wordpress(posts);
    const home = `${blog.address}/wp-admin/options-general.php?page=mantel-wijzer`;
    admin = await browser.open({ at: `${blog.address}/wp-login.php?redirect_to=${encodeURIComponent(home)}`, ready: false });
    await admin.page.locator('#user_login').fill(person.name);
    await admin.page.locator('#user_pass').fill(person.password);
    await Promise.all([admin.page.waitForURL(home), admin.page.locator('#wp-submit').click()]);
  });
  after(() => blog?.stop());

  test('the settings keep what makes sense', async () => {
    const { page } = admin;
    const save = async (address, hash) => {
      await page.getByLabel('Adres').fill(address);
      await page.getByLabel('Integrity').fill(hash);
      await Promise.all([page.waitForURL(/settings-updated/), page.locator('#submit').click()]);
      return page.locator('.notice-error').count();
    };
    const good = { address: `${far.address}/${folder}/`, integrity: integrity() };
    assert.equal(await save(`${good.address}mantel-wijzer.js`, good.integrity), 0);
    assert.deepEqual(settings(), good);
    assert.equal(await save('javascript:alert(1)', '"><script>alert(1)</script>'), 2);
    assert.deepEqual(settings(), good);
    assert.equal(await page.getByLabel('Adres').inputValue(), good.address);
  });

  for (const name of ['shortcode', 'block'])
    test(`a page with the ${name}`, () =>
      check(browser, far.address, {
        start: () => ({ address: at(name), stop: () => {} }),
        async works({ page, widget }) {
          const { address, integrity } = settings();
          const tags = await page.locator('script[src*="/mantel-wijzer.js"]').evaluateAll((all) => all.map(({ src, type, integrity, crossOrigin }) => ({ src, type, integrity, crossOrigin })));
          assert.deepEqual(tags, [{ src: `${address}mantel-wijzer.js`, type: 'module', integrity, crossOrigin: 'anonymous' }]);
          assert.equal(await widget.getAttribute('place'), 'be-vov');
          assert.equal(await widget.getAttribute('languages'), name === 'block' ? 'nl-BE fr' : null);
          assert.equal((await widget.innerHTML()).trim(), bel);
          await page.locator('h1, .wp-block-post-title').first().click();
          assert.equal(await screen(widget), 'results');
        },
      }));

  test('a page without the widget loads nothing of it', async () => {
    const { seen, close } = await browser.open({ at: at('nothing'), ready: false });
    assert.deepEqual(seen.requests.filter((url) => url.includes('mantel-wijzer')), []);
    await close();
  });

  test('whatever a shortcode says, only what makes sense comes of it', async () => {
    const words = Buffer.from(JSON.stringify(shortcodes.map(([shortcode]) => shortcode))).toString('base64');
    const made = blog.run(`return array_map('do_shortcode', json_decode(base64_decode('${words}')));`);
    const found = await admin.page.evaluate((made) => made.map((html) => {
      const { body, head } = new DOMParser().parseFromString(html, 'text/html');
      const all = [...head.querySelectorAll('*'), ...body.querySelectorAll('*')];
      const attributes = (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
      return { top: [...body.children].map(({ localName }) => localName), names: all.map(({ localName }) => localName), all: all.map(attributes) };
    }), made);
    for (const [index, { top, names, all }] of found.entries()) {
      const [shortcode, wanted] = shortcodes[index];
      assert.deepEqual(top, ['mantel-wijzer'], shortcode);
      if (wanted) assert.deepEqual(all[0], wanted, shortcode);
      assert.deepEqual(names.filter((name) => ['script', 'iframe'].includes(name)), [], shortcode);
      const values = all.flatMap((attributes) => Object.entries(attributes));
      assert.deepEqual(values.filter(([name, value]) => name.startsWith('on') || /^\s*(javascript|data):/i.test(value)), [], shortcode);
    }
  });

  test('the editor knows the block', async () => {
    const { page } = admin;
    await page.goto(`${blog.address}/wp-admin/post.php?post=${blog.ids.block}&action=edit`);
    await page.waitForFunction(() => window.wp?.data?.select('core/block-editor')?.getBlocks().length > 0);
    const [block] = await page.evaluate(() => window.wp.data.select('core/block-editor').getBlocks());
    assert.deepEqual([block.name, block.isValid, block.attributes.place], ['mantel-wijzer/wijzer', true, 'be-vov']);
    assert.deepEqual(block.innerBlocks.map(({ name, isValid }) => [name, isValid]), [['core/paragraph', true]]);
  });

  test('removed, the plugin leaves nothing behind and has not grumbled', () => {
    assert.deepEqual(blog.grumbles(), []);
    const left = blog.run(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; uninstall_plugin('mantel-wijzer/mantel-wijzer.php'); return get_option('mantel_wijzer');`);
    assert.equal(left, false);
  });
});
