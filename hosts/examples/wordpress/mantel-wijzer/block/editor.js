// Het blok in de editor: een kader met de tekst voor wie geen scripts heeft, en opzij de instellingen.
// De widget zelf draait hier niet. Zonder bouwstap: alles komt van WordPress.
(({ blocks, element, blockEditor, components, i18n }) => {
  const { createElement: el } = element;
  const { __ } = i18n;
  const { InnerBlocks, InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, SelectControl, TextControl } = components;

  const languages = [
    ['', __('Die van de pagina', 'mantel-wijzer')],
    ['nl-BE', __('Nederlands (België)', 'mantel-wijzer')],
    ['nl-NL', __('Nederlands (Nederland)', 'mantel-wijzer')],
    ['nl-simple', __('Makkelijk Nederlands', 'mantel-wijzer')],
    ['fr', __('Frans', 'mantel-wijzer')],
    ['de', __('Duits', 'mantel-wijzer')],
    ['en', __('Engels', 'mantel-wijzer')],
    ['tr', __('Turks', 'mantel-wijzer')],
    ['ar', __('Arabisch', 'mantel-wijzer')],
  ];
  const levels = [['', __('Gewoon (h2)', 'mantel-wijzer')], ...['3', '4', '5', '6'].map((level) => [level, `h${level}`])];
  const options = (pairs) => pairs.map(([value, label]) => ({ value, label }));

  function Edit({ attributes, setAttributes }) {
    const set = (name) => (value) => setAttributes({ [name]: value });
    return el(
      'div',
      useBlockProps({ style: { border: '1px dashed', padding: '1em' } }),
      el(
        InspectorControls,
        null,
        el(
          PanelBody,
          { title: __('Mantelwijzer', 'mantel-wijzer') },
          el(TextControl, {
            label: __('Plaats', 'mantel-wijzer'),
            help: __('De code van uw gemeente of provincie, bijvoorbeeld be-vov. Leeg: de widget vraagt ernaar.', 'mantel-wijzer'),
            value: attributes.place,
            onChange: set('place'),
          }),
          el(SelectControl, { label: __('Taal', 'mantel-wijzer'), value: attributes.lang, options: options(languages), onChange: set('lang') }),
          el(TextControl, {
            label: __('Talen om uit te kiezen', 'mantel-wijzer'),
            help: __('Met een spatie ertussen, bijvoorbeeld nl-BE fr tr ar. Leeg: de bezoeker kiest niet.', 'mantel-wijzer'),
            value: attributes.languages,
            onChange: set('languages'),
          }),
          el(SelectControl, { label: __('Koppen', 'mantel-wijzer'), value: attributes.headingLevel, options: options(levels), onChange: set('headingLevel') }),
        ),
      ),
      el('strong', null, __('Mantelwijzer', 'mantel-wijzer')),
      el('p', null, __('Bezoekers zien hier de vragen. Wie geen scripts toelaat, ziet deze tekst:', 'mantel-wijzer')),
      el(InnerBlocks, {
        allowedBlocks: ['core/paragraph', 'core/list', 'core/heading'],
        template: [['core/paragraph', { content: __('Kunt u de vragen hier niet zien? Bij direct gevaar: bel <a href="tel:112">112</a>.', 'mantel-wijzer') }]],
      }),
    );
  }

  blocks.registerBlockType('mantel-wijzer/wijzer', { edit: Edit, save: () => el(InnerBlocks.Content) });
})(window.wp);
