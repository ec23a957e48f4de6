-- Languages are kept by their codes, so that each family reads their names in its own. What organisers chose before stands as
-- Danish words.
alter table offer no force row level security;
update offer set languages = (
  select array_agg(coalesce(c.code, w.word) order by w.n) from unnest(languages) with ordinality w(word, n)
    left join (values ('dansk', 'da'), ('engelsk', 'en'), ('arabisk', 'ar'), ('ukrainsk', 'uk'), ('tyrkisk', 'tr'), ('somali', 'so')) c(word, code) on c.word = w.word)
  where languages && array['dansk', 'engelsk', 'arabisk', 'ukrainsk', 'tyrkisk', 'somali'];
alter table offer force row level security;
