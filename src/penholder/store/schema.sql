-- The ledger: one row for each thing that a story says. `start` and `end` are code points of
-- the text in stories.json; `place` is the order of reading.
CREATE TABLE stories (
    id TEXT PRIMARY KEY, source TEXT NOT NULL, outlet TEXT, title TEXT, date TEXT, basis TEXT NOT NULL, json TEXT NOT NULL
);
CREATE TABLE statements (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, place INTEGER NOT NULL,
    kind TEXT NOT NULL, actor TEXT NOT NULL, target TEXT NOT NULL, day TEXT, polarity TEXT NOT NULL,
    attributed_to TEXT, event TEXT, record TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (story, place)
);
CREATE TABLE quotes (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, place INTEGER NOT NULL,
    kind TEXT NOT NULL, speaker TEXT, office TEXT, cue TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (story, place)
);
CREATE TABLE claims (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, place INTEGER NOT NULL,
    type TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (story, place)
);
CREATE INDEX statements_by_event ON statements (event);
CREATE VIEW events AS
    SELECT event AS id, min(kind) AS kind, min(actor) AS actor, min(day) AS day,
           count(DISTINCT story) AS stories, count(*) AS statements
    FROM statements WHERE event IS NOT NULL GROUP BY event;
