extension ComparisonPage {
  /// Shows two versions of a document when it is opened.
  static let script = #"""

    const marks = { added: '+', removed: '−', moved: '~', relabelled: '~', changed: '~' };

    function side(name, article) {
      const text = flow(article);
      for (const mark of text.querySelectorAll('mark.e')) {
        const fate = article.fates[mark.dataset.e];
        mark.removeAttribute('tabindex');
        mark.title = labelName(article.entities[mark.dataset.e][0]) + (fate ? `: ${fate}` : '');
        if (!fate) continue;
        mark.classList.add('fate', fate);
        mark.prepend(make('span', { class: 'sign' }, marks[fate]));
      }
      for (const heading of text.querySelectorAll('[id]')) heading.removeAttribute('id');
      return make('section', { class: 'side', 'aria-label': name }, make('h3', {}, name),
        article.summary === null ? null : make('p', { class: 'summary' }, article.summary), text);
    }

    const words = (annotation) => [
      annotation[0] ? make('b', {}, annotation[0] + ' ') : null, annotation[1] ? `“${annotation[1]}”` : null,
    ].filter(Boolean);

    function change([kind, before, after]) {
      const content = before && after ? [...words(before), ' → ', ...words(after)] : words(before || after);
      return make('li', {}, make('span', { class: `sign ${kind}`, title: kind }, marks[kind] + ' '), ...content);
    }

    function layer([name, changes, total, absence]) {
      const rest = total - changes.length;
      return make('details', { class: 'layer' },
        make('summary', {}, `${name}: ${count(total)} ${total === 1 ? 'change' : 'changes'}` + (absence ? `, ${absence}` : '')),
        make('ul', {}, ...changes.map(change), rest > 0 ? make('li', { class: 'quiet' }, `and ${count(rest)} more`) : null));
    }

    function fill(details) {
      const pair = details.querySelector('.pair');
      if (pair.childElementCount) return;
      const data = read('d' + details.dataset.d);
      pair.append(
        make('div', { class: 'layers' }, ...data.layers.map(layer),
          data.chains.length ? make('ul', { class: 'chains' }, ...data.chains.map((line) => make('li', {}, line))) : null),
        make('div', { class: 'sides' }, side('A', data.a), side('B', data.b)));
    }

    for (const details of document.querySelectorAll('#pairs > details')) {
      details.addEventListener('toggle', () => { if (details.open) fill(details); });
    }
    const follow = () => {
      const details = document.querySelector(`#pairs > details[data-d="${location.hash.slice(2)}"]`);
      if (!/^#d\d+$/.test(location.hash) || !details) return;
      details.open = true;
      fill(details);
      details.scrollIntoView();
    };
    addEventListener('hashchange', follow);
    follow();

    """#
}
