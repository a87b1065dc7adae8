extension ViewPage {
  /// The program of the page.
  static let script = ArticleScript.common + program

  private static let program = #"""

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

    /** The document that is open, and its version that is shown: itself, but for the stages before. */
    let whole = null;
    let article = null;
    let version = 0;
    let hiddenLabels = new Set();
    let selected = { chain: -1, entity: -1 };
    let mode = 'text';
    /** The text nodes that are shown, each with its offset. */
    let spots = [];
    let layer = '';

    function source() {
      if (article.source === true) {
        return make('div', { class: 'text raw' },
          ...[...pieces(article, article.text, article.runs, spots)].map((piece) => piece.wrap(piece.text, piece.offset)));
      }
      if (!article.source) {
        return make('p', { class: 'quiet' }, 'The source text is not in this file. An export stage writes it with ',
          make('code', {}, '"source-text": true'), ', and ', make('code', {}, 'galley run --capture'), ' always.');
      }
      return make('div', { class: 'text raw' }, ...[...pieces(article, article.source, article['source-runs'], spots)]
        .map((piece) => piece.wrap(piece.text, piece.offset)));
    }

    // Places

    /** Where the annotations of a layer are in what is shown: start, end, start, end, … */
    const places = (name) => (mode === 'text' || article.source === true ? article.places
      : article['source-places'] || {})[name] || [];

    /** The part of the page from one offset to another; null where that has no place. */
    function rangeAt(start, end) {
      if (!(start >= 0) || !spots.length) return null;
      const spot = (offset, isEnd) => {
        let [low, high] = [0, spots.length - 1];
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          (isEnd ? spots[middle][0] < offset : spots[middle][0] <= offset) ? low = middle : high = middle - 1;
        }
        const [begin, node] = spots[low];
        return [node, Math.max(0, Math.min(offset - begin, node.length))];
      };
      const range = document.createRange();
      range.setStart(...spot(start, false));
      range.setEnd(...spot(Math.max(end, start), end > start));
      return range;
    }

    const paints = 'highlights' in CSS;

    /** Draws the borders of a layer: every second annotation has a ground of its own. */
    function paint() {
      if (!paints) return;
      const ranges = [[], []];
      const all = layer ? places(layer) : [];
      for (let i = 0; i < all.length; i += 2) {
        const range = rangeAt(all[i], all[i + 1]);
        if (range) ranges[(i / 2) % 2].push(range);
      }
      CSS.highlights.set('even', new Highlight(...ranges[0]));
      CSS.highlights.set('odd', new Highlight(...ranges[1]));
      CSS.highlights.delete('chosen');
    }

    /** Brings an annotation into sight, and says so where it has no place here. */
    function goTo(name, number) {
      const all = places(name);
      const range = rangeAt(all[2 * number], all[2 * number + 1]);
      at('said').textContent = range ? '' : 'This has no place in the source as it was read.';
      if (!range) return;
      if (paints) CSS.highlights.set('chosen', new Highlight(range));
      const box = range.getBoundingClientRect();
      const main = at('article');
      const scrolls = main.scrollHeight > main.clientHeight;
      (scrolls ? main : window).scrollBy(0, box.top - (scrolls ? main.getBoundingClientRect().top : 0) - 160);
      at('body').focus({ preventScroll: true });
    }

    function part(title, ...content) {
      return content.length ? make('section', {}, make('h2', {}, title), ...content) : null;
    }

    function sides() {
      const headings = article.sections.flatMap(([, , start], number) => start >= 0 ? [number] : []);
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
      const quotes = article.quotations.flatMap(([words, speaker, sourceWords, kind], number) => [
        make('p', {}, make('strong', {}, speaker >= 0 ? article.chains[speaker][0] : sourceWords || 'Nobody named'),
          kind === 'direct' ? '' : ` (${kind})`), make('blockquote', {},
          make('button', { type: 'button', class: 'plain', onclick: () => goTo('quotations', number) }, words))]);
      const links = article.links.map(([words, target], number) => make('li', {},
        make('button', { type: 'button', class: 'plain', onclick: () => goTo('links', number) }, words), ' ',
        /^https?:/i.test(target) ? make('a', { href: target, rel: 'noreferrer', class: 'quiet' }, target)
          : make('span', { class: 'quiet' }, target)));
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
        links.length ? part('Links', make('ul', {}, ...links)) : null,
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
      spots = [];
      body.replaceChildren(mode === 'text' ? flow(article, spots) : source());
      for (const button of document.querySelectorAll('.modes button')) {
        button.setAttribute('aria-pressed', String(button.dataset.mode === mode));
      }
      mark();
      paint();
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
      whole = read('d' + number);
      version = whole.versions ? whole.versions.length - 1 : 0;
      at('article').replaceChildren(make('div', { class: 'article' },
        make('a', { class: 'back', href: '#list' }, '← All documents'),
        make('header', {}, make('h1', {}, whole.title),
          make('ul', { class: 'facts' }, ...whole.facts.map(([name, value]) => make('li', {}, `${name}: ${value}`)))),
        stepper(), make('div', { id: 'version' })));
      showVersion(version, 'text');
      at('article').scrollTop = 0;
      document.title = `${whole.title} – Galley`;
      rows[number].link.scrollIntoView({ block: 'nearest' });
    }

    /** Shows the document as it was after a stage. */
    function showVersion(number, which) {
      version = number;
      article = whole.versions && number < whole.versions.length - 1 ? read(`d${current}-${number}`) : whole;
      selected = { chain: -1, entity: -1 };
      mode = '';
      hideCard();
      at('version').replaceChildren(
        make('div', { class: 'bar' }, make('div', { class: 'chips' }, ...chips()),
          make('div', { class: 'looks' }, layers(),
            make('div', { class: 'modes', role: 'group', 'aria-label': 'What to show' },
              make('button', { type: 'button', 'data-mode': 'text', onclick: () => show('text') }, 'Text'),
              make('button', { type: 'button', 'data-mode': 'source', onclick: () => show('source') }, 'Source')))),
        make('p', { id: 'said', class: 'quiet', role: 'status' }),
        make('div', { class: 'columns' }, make('div', { id: 'body', tabindex: -1 }), sides()));
      show(which);
    }

    /** The choice of a layer whose borders are drawn. */
    function layers() {
      const names = ['headings', 'sections', 'paragraphs', 'sentences'].filter((name) => article.places[name].length);
      if (!paints || !names.length) return null;
      if (!names.includes(layer)) layer = '';
      const select = make('select', { id: 'layer', onchange: (event) => { layer = event.target.value; paint(); } },
        make('option', { value: '' }, 'no borders'),
        ...names.map((name) => make('option', { value: name, selected: name === layer }, name)));
      return make('label', { class: 'layers' }, make('span', { class: 'hidden' }, 'Borders of'), select);
    }

    /** The slider through the stages, where the document was captured between them. */
    function stepper() {
      if (!whole.versions) return null;
      const last = whole.versions.length - 1;
      const title = (number) => `${number === 0 && whole.versions[0][0] === 'as it was read' ? '' : 'after '}${whole.versions[number][0]}`;
      const slider = make('input', { id: 'stage', type: 'range', min: 0, max: last, value: last, 'aria-label': 'Stage' });
      const name = make('b', {});
      const note = make('span', { class: 'quiet' });
      const stops = whole.versions.map(([stage], number) => make('button', { type: 'button', tabindex: -1, 'aria-hidden': 'true',
        onclick: () => { slider.value = number; move(); } }, stage));
      const move = () => {
        const number = +slider.value;
        name.textContent = title(number);
        note.textContent = whole.versions[number][1];
        slider.setAttribute('aria-valuetext', `${title(number)}. ${whole.versions[number][1]}`);
        stops.forEach((stop, place) => stop.classList.toggle('on', place === number));
        if (at('version') && number !== version) showVersion(number, mode);
      };
      slider.addEventListener('input', move);
      move();
      return make('div', { class: 'stepper' }, make('div', { class: 'stops' }, ...stops), slider,
        make('p', {}, name, ' ', note));
    }

    // The card of an entity

    function showCard(element) {
      const [label, chain, evidence, score, normal, start, end, from, to] = article.entities[element.dataset.e];
      const lines = [make('b', {}, chain >= 0 ? article.chains[chain][0] : element.textContent)];
      const facts = [labelName(label)];
      const [, , { length: mentions }, id] = chain >= 0 ? article.chains[chain] : [0, 0, [], null];
      for (const fact of [id, normal]) if (fact !== null) facts.push(fact);
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
      const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'range';
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
      } else if (!isTyping && (event.key === '[' || event.key === ']') && at('stage')) {
        at('stage').value = version + (event.key === ']' ? 1 : -1);
        at('stage').dispatchEvent(new Event('input'));
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
