extension ViewPage {
  /// The program of the page. Texts of documents become text nodes and nothing else.
  static let script = #"""

    'use strict';
    const at = (id) => document.getElementById(id);
    const read = (id) => JSON.parse(at(id).textContent);
    const index = read('index');
    const count = (n) => n.toLocaleString('en');

    function make(tag, attributes, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes || {})) {
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
      }
      element.append(...children.filter((child) => child !== null && child !== undefined));
      return element;
    }

    // The list

    const rows = index.rows.map(([id, title, labels, names, headings, warnings], number) => {
      const mix = make('span', { class: 'mix', 'aria-hidden': 'true' },
        ...labels.map(([label, many]) => make('i', { style: `--h:${index.labels[label][1]};flex:${many}` })));
      const entities = labels.reduce((sum, [, many]) => sum + many, 0);
      const facts = [id, `${count(entities)} entities`];
      if (warnings) facts.push(`${warnings} warning${warnings > 1 ? 's' : ''}`);
      const link = make('a', { href: `#d${number}` }, make('b', {}, title), make('small', {}, facts.join(' · ')), mix);
      return { number, link, item: make('li', {}, link), labels: labels.map(([label]) => label), names, headings };
    });
    let shown = rows;
    let current = -1;
    let haystack = null;

    function fillFacet(id, texts, key, least, most) {
      const counts = new Map();
      for (const row of rows) for (const number of row[key]) counts.set(number, (counts.get(number) || 0) + 1);
      [...counts].filter(([, many]) => many >= least)
        .sort((a, b) => b[1] - a[1] || (texts[a[0]] < texts[b[0]] ? -1 : 1)).slice(0, most)
        .forEach(([number, many]) => {
          at(id).append(make('option', { value: number }, `${texts[number]} (${count(many)})`));
        });
    }

    function texts() {
      haystack ||= rows.map((row) => {
        const article = read('d' + row.number);
        const names = article.chains.map((chain) => chain[0]);
        return [article.title, article.id, ...names, article.text].join('\n').toLowerCase();
      });
      return haystack;
    }

    /** Shows the rows that the search and the facets leave. */
    function choose() {
      const words = at('query').value.toLowerCase().split(/\s+/).filter(Boolean);
      const [label, name, section] = ['label', 'name', 'section'].map((id) => at(id).value);
      shown = rows.filter((row) =>
        (label === '' || row.labels.includes(+label)) && (name === '' || row.names.includes(+name))
        && (section === '' || row.headings.includes(+section)));
      if (words.length) {
        const all = texts();
        shown = shown.filter((row) => words.every((word) => all[row.number].includes(word)));
      }
      at('rows').replaceChildren(...shown.map((row) => row.item));
      at('count').textContent = shown.length === rows.length
        ? `${count(rows.length)} documents` : `${count(shown.length)} of ${count(rows.length)} documents`;
    }

    // An article

    let article = null;
    let hiddenLabels = new Set();
    let selected = { chain: -1, entity: -1 };
    let mode = 'text';

    const hue = (label) => `--h:${index.labels[label][1]}`;
    const labelName = (label) => index.labels[label][0];

    /** The pieces of a text: text nodes, and elements for what is annotated. */
    function* pieces(text, runs) {
      let offset = 0;
      for (let i = 0; i < runs.length; i += 4) {
        const [length, entity, quotation, flags] = runs.slice(i, i + 4);
        const wrap = (words) => {
          const classes = [];
          if (quotation >= 0) classes.push('q');
          if (flags & 1) classes.push('s');
          if (entity >= 0) {
            classes.push('e');
            const label = article.entities[entity][0];
            return make('mark', { class: classes.join(' '), style: hue(label), 'data-e': entity, tabindex: -1 }, words);
          }
          return classes.length ? make('span', { class: classes.join(' ') }, words) : document.createTextNode(words);
        };
        yield { text: text.slice(offset, offset + length), offset, isHeading: (flags & 2) > 0, wrap };
        offset += length;
      }
    }

    function flow() {
      const blocks = [];
      const levels = new Map(article.sections.map(([level, , start], number) => [start, [level, number]]));
      let block = null;
      for (const piece of pieces(article.text, article.runs)) {
        if (levels.has(piece.offset) && piece.isHeading) {
          const [level, number] = levels.get(piece.offset);
          block = make('h' + Math.min(level + 1, 4), { id: 's' + number, tabindex: -1 });
          blocks.push(block);
        }
        for (const part of piece.text.split(/(\n\s*\n|\n)/)) {
          if (!part) continue;
          if (part[0] === '\n' && (part.length > 1 || !block || block.id)) { block = null; continue; }
          if (!block) blocks.push(block = make('p'));
          block.append(piece.wrap(part));
        }
      }
      return make('div', { class: 'text' }, ...blocks);
    }

    function source() {
      if (article.source === true) {
        return make('p', { class: 'quiet' }, 'The text is its own source: no stage has changed it.');
      }
      if (!article.source) {
        return make('p', { class: 'quiet' }, 'The source text is not in this file. An export stage writes it with ',
          make('code', {}, '"source-text": true'), '.');
      }
      return make('div', { class: 'text raw' },
        ...[...pieces(article.source, article['source-runs'])].map((piece) => piece.wrap(piece.text)));
    }

    function part(title, ...content) {
      return content.length ? make('section', {}, make('h2', {}, title), ...content) : null;
    }

    function sides() {
      const outline = article.sections.map(([level, heading], number) => !heading ? null
        : make('li', { style: `padding-inline-start:${(level - 1) * 0.9}rem` },
          make('a', { href: '#s' + number, onclick: (event) => {
            event.preventDefault();
            show('text');
            jump(at('s' + number));
          } }, heading))).filter(Boolean);
      const names = article.chains.map(([name, label, mentions], chain) =>
        make('li', {}, make('button', { type: 'button', style: hue(label), 'data-chain': chain, 'aria-pressed': 'false',
          title: labelName(label), onclick: () => selectChain(chain, true) }, name,
          make('span', { class: 'hidden' }, `, ${labelName(label)}, mentioned`),
          mentions.length > 1 ? ` ×${mentions.length}` : '')));
      const quotes = article.quotations.flatMap(([words, speaker, sourceWords, kind]) => [
        make('p', {}, make('strong', {}, speaker >= 0 ? article.chains[speaker][0] : sourceWords || 'Nobody named'),
          kind === 'direct' ? '' : ` (${kind})`), make('blockquote', {}, words)]);
      const trace = article.trace.map(([stage, version, options, skipped]) =>
        make('li', { title: options }, `${stage} `,
          make('span', { class: 'quiet' }, version + (skipped ? ` · skipped: ${skipped}` : ''))));
      const notes = article.notes.map(([severity, code, message, by]) =>
        make('li', {}, make('strong', {}, `${severity} ${code}`), ` ${message} `, make('span', { class: 'quiet' }, by)));
      return make('aside', { 'aria-label': 'Findings' },
        article.summary ? part('Summary', make('p', {}, article.summary),
          make('p', { class: 'key' }, make('span', { class: 's' }, 'Underlined'), ' in the text')) : null,
        outline.length ? part('Outline', make('ol', {}, ...outline)) : null,
        names.length ? part('Who and what', make('ul', { class: 'names' }, ...names)) : null,
        quotes.length ? part('Quotations', ...quotes) : null,
        article.keyphrases.length ? part('Keyphrases', make('p', {}, article.keyphrases.join(' · '))) : null,
        notes.length ? part('Notes', make('ul', {}, ...notes)) : null,
        trace.length ? part('Stages', make('ol', {}, ...trace)) : null);
    }

    function chips() {
      const counts = new Map();
      for (const [label] of article.entities) counts.set(label, (counts.get(label) || 0) + 1);
      return [...counts].sort((a, b) => b[1] - a[1]).map(([label, many]) =>
        make('button', { type: 'button', class: 'chip', style: hue(label),
          'aria-pressed': String(!hiddenLabels.has(labelName(label))), title: 'Show or hide these', onclick: (event) => {
            const name = labelName(label);
            hiddenLabels.has(name) ? hiddenLabels.delete(name) : hiddenLabels.add(name);
            event.currentTarget.setAttribute('aria-pressed', String(!hiddenLabels.has(name)));
            mark();
          } }, labelName(label) + ' ', make('span', {}, count(many))));
    }

    function show(which) {
      if (mode === which) return;
      mode = which;
      const body = at('body');
      body.replaceChildren(mode === 'text' ? flow() : source());
      for (const button of document.querySelectorAll('.modes button')) {
        button.setAttribute('aria-pressed', String(button.dataset.mode === mode));
      }
      mark();
      const there = body.querySelector(`[data-e="${selected.entity}"]`);
      if (there) jump(there);
    }

    /** Brings the marks up to date with the labels that are shown and the name that is chosen. */
    function mark() {
      for (const element of document.querySelectorAll('mark.e')) {
        const [label, chain] = article.entities[element.dataset.e];
        element.classList.toggle('off', hiddenLabels.has(labelName(label)));
        element.classList.toggle('on', chain >= 0 ? chain === selected.chain : +element.dataset.e === selected.entity);
      }
      for (const button of document.querySelectorAll('.names button')) {
        button.setAttribute('aria-pressed', String(+button.dataset.chain === selected.chain));
      }
    }

    function jump(element) {
      if (!element) return;
      element.scrollIntoView({ block: 'center' });
      element.focus({ preventScroll: true });
    }

    /** Chooses a name; chosen again, the next of its mentions. */
    function selectChain(chain, jumps) {
      const mentions = article.chains[chain][2];
      const next = selected.chain === chain ? mentions.indexOf(selected.entity) + 1 : 0;
      selected = { chain, entity: mentions[next % mentions.length] };
      mark();
      if (jumps) jump(document.querySelector(`[data-e="${selected.entity}"]`));
    }

    function open(number) {
      current = number;
      for (const row of rows) {
        row.number === number ? row.link.setAttribute('aria-current', 'page') : row.link.removeAttribute('aria-current');
      }
      document.body.classList.toggle('reading', number >= 0);
      hideCard();
      if (number < 0) return;
      article = read('d' + number);
      selected = { chain: -1, entity: -1 };
      mode = '';
      const modes = make('div', { class: 'modes', role: 'group', 'aria-label': 'What to show' },
        make('button', { type: 'button', 'data-mode': 'text', onclick: () => show('text') }, 'Text'),
        make('button', { type: 'button', 'data-mode': 'source', onclick: () => show('source') }, 'Source'));
      at('article').replaceChildren(make('div', { class: 'article' },
        make('a', { class: 'back', href: '#list' }, '← All documents'),
        make('header', {}, make('h1', {}, article.title),
          make('ul', { class: 'facts' }, ...article.facts.map(([name, value]) => make('li', {}, `${name}: ${value}`)))),
        make('div', { class: 'bar' }, make('div', { class: 'chips' }, ...chips()), modes),
        make('div', { class: 'columns' }, make('div', { id: 'body' }), sides())));
      show('text');
      at('article').scrollTop = 0;
      document.title = `${article.title} – Galley`;
      rows[number].link.scrollIntoView({ block: 'nearest' });
    }

    // The card of an entity

    function showCard(element) {
      const [label, chain, evidence, score, start, end, from, to] = article.entities[element.dataset.e];
      const lines = [make('b', {}, chain >= 0 ? article.chains[chain][0] : element.textContent)];
      const facts = [labelName(label)];
      const mentions = chain >= 0 ? article.chains[chain][2].length : 0;
      if (mentions) facts.push(`${mentions} mention${mentions > 1 ? 's' : ''}`);
      lines.push(make('span', {}, facts.join(' · ')), make('br'));
      lines.push(make('span', {}, article.evidence[evidence] + (score === null ? '' : `, score ${score}`)), make('br'));
      const place = article.source === true ? ''
        : from === undefined ? ', changed from the source' : `, in the source ${from}–${to}`;
      lines.push(make('span', {}, `bytes ${start}–${end}${place}`));
      const card = at('card');
      card.replaceChildren(...lines);
      card.hidden = false;
      const box = element.getBoundingClientRect();
      const above = box.top > card.offsetHeight + 16;
      card.style.top = `${above ? box.top - card.offsetHeight - 6 : box.bottom + 6}px`;
      card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8))}px`;
      element.setAttribute('aria-describedby', 'card');
    }
    function hideCard() { at('card').hidden = true; }

    const entityOf = (event) => event.target.closest && event.target.closest('mark.e:not(.off)');
    for (const kind of ['mouseover', 'focusin']) {
      at('article').addEventListener(kind, (event) => {
        const element = entityOf(event);
        element ? showCard(element) : hideCard();
      });
    }
    at('article').addEventListener('scroll', hideCard);
    at('article').addEventListener('click', (event) => {
      const element = entityOf(event);
      if (!element) return;
      const entity = +element.dataset.e;
      selected = { chain: article.entities[entity][1], entity };
      mark();
    });

    // Keys, and the address

    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === 'Escape') {
        if (isTyping) event.target.blur();
        else if (!at('card').hidden) hideCard();
        else if (rows.length > 1) location.hash = 'list';
      } else if (!isTyping && event.key === '/') {
        event.preventDefault();
        document.body.classList.remove('reading');
        at('query').focus();
      } else if (!isTyping && (event.key === 'j' || event.key === 'k')) {
        const place = shown.findIndex((row) => row.number === current) + (event.key === 'j' ? 1 : -1);
        if (shown[place]) location.hash = 'd' + shown[place].number;
      } else if (!isTyping && (event.key === 'n' || event.key === 'p')) {
        const marks = [...document.querySelectorAll('#body mark.e:not(.off)')];
        const place = marks.indexOf(document.activeElement);
        jump(marks[event.key === 'n' ? place + 1 : Math.max(place, 1) - 1]);
      }
    });
    const follow = () => {
      const number = /^#d\d+$/.test(location.hash) ? +location.hash.slice(2) : -1;
      // Where both fit, the first article stands beside the list.
      const none = rows.length === 1 || matchMedia('(min-width: 48rem)').matches ? 0 : -1;
      open(number >= 0 && number < rows.length ? number : none);
    };
    addEventListener('hashchange', follow);
    let waiting = 0;
    at('query').addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(choose, 120); });
    for (const id of ['label', 'name', 'section']) at(id).addEventListener('change', choose);
    fillFacet('label', index.labels.map(([name]) => name), 'labels', 1, 100);
    fillFacet('name', index.names, 'names', rows.length > 50 ? 2 : 1, 300);
    fillFacet('section', index.headings, 'headings', rows.length > 50 ? 2 : 1, 100);
    document.body.classList.toggle('single', rows.length === 1);
    choose();
    follow();

    """#
}
