import { IndexFilters, IndexFiltersMode } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { CASE_FILTERS, type CaseFilter, type PanelCases } from '../domain/panel-view';

const TABS: Readonly<Record<CaseFilter, string>> = {
  all: 'All',
  'needs-you': 'Needs you',
  waiting: 'Waiting',
  ready: 'Ready',
  closed: 'Closed',
};

function countOf(filter: CaseFilter, counts: PanelCases['counts']): number | null {
  switch (filter) {
    case 'needs-you':
      return counts.needsYou;
    case 'waiting':
      return counts.waiting;
    case 'ready':
      return counts.ready;
    default:
      return null;
  }
}

/** So long after the last key the search runs. */
const TYPED_MS = 300;

interface Props {
  readonly list: PanelCases;
  readonly go: (change: Partial<PanelCases['query']>) => void;
  readonly loading: boolean;
}

export function CasesFilters({ list, go, loading }: Props) {
  const { query, counts } = list;
  const [typed, type] = useState(query.search);
  const [mode, setMode] = useState<IndexFiltersMode>(
    query.search === '' ? IndexFiltersMode.Default : IndexFiltersMode.Filtering,
  );
  const search = (words: string): void => {
    type(words);
    if (words === '') go({ search: '', after: null, before: null });
  };
  useEffect(() => {
    if (typed === query.search) return;
    const timer = setTimeout(() => go({ search: typed, after: null, before: null }), TYPED_MS);
    return () => clearTimeout(timer);
    // `go` is made anew at each render and means the same.
  }, [typed]);
  return (
    <IndexFilters
      tabs={CASE_FILTERS.map((filter) => {
        const count = countOf(filter, counts);
        return {
          id: filter,
          content: count === null ? TABS[filter] : `${TABS[filter]} (${count})`,
          isLocked: true,
        };
      })}
      selected={CASE_FILTERS.indexOf(query.filter)}
      onSelect={(place) => go({ filter: CASE_FILTERS[place] ?? 'all', after: null, before: null })}
      canCreateNewView={false}
      sortOptions={[
        { label: 'Since', value: 'since asc', directionLabel: 'Oldest first' },
        { label: 'Since', value: 'since desc', directionLabel: 'Newest first' },
      ]}
      sortSelected={[query.sort === 'oldest' ? 'since asc' : 'since desc']}
      onSort={([way]) =>
        go({ sort: way === 'since desc' ? 'newest' : 'oldest', after: null, before: null })
      }
      queryValue={typed}
      queryPlaceholder="Search by order name"
      onQueryChange={search}
      onQueryClear={() => search('')}
      cancelAction={{ onAction: () => search(''), disabled: false, loading: false }}
      filters={[]}
      hideFilters
      onClearAll={() => search('')}
      mode={mode}
      setMode={setMode}
      loading={loading}
    />
  );
}
