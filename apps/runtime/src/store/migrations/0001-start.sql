-- The system of record: what people designed, what was published, what was imported and run.

CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  -- Counters that only rise.
  revision INTEGER NOT NULL DEFAULT 0,
  -- The generation served now; 0 while nothing was imported.
  generation INTEGER NOT NULL DEFAULT 0,
  -- Whether the example data was asked for, is ready, or is not wanted.
  examples TEXT NOT NULL CHECK (examples IN ('wanted', 'ready', 'none'))
) STRICT;

CREATE TABLE flow (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
  flow TEXT PRIMARY KEY REFERENCES flow (id) ON DELETE CASCADE,
  -- Rises with every save and every publish; part of the ETag.
  serial INTEGER NOT NULL,
  digest TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE autosave (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  flow TEXT NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  etag TEXT NOT NULL,
  nodes INTEGER NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX autosave_flow ON autosave (flow, id);

-- Outlives its flow: what was published stays readable.
CREATE TABLE version (
  flow TEXT NOT NULL,
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  bytes BLOB NOT NULL,
  content TEXT NOT NULL,
  as_of TEXT NOT NULL,
  generation INTEGER NOT NULL,
  note TEXT,
  restored INTEGER,
  counts TEXT NOT NULL,
  published_at TEXT NOT NULL,
  PRIMARY KEY (flow, version)
) STRICT;
CREATE TRIGGER version_immutable BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER version_kept BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'a published version is never removed'); END;

CREATE TABLE head (
  flow TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  FOREIGN KEY (flow, version) REFERENCES version (flow, version)
) STRICT;

CREATE TABLE import (
  id TEXT PRIMARY KEY,
  dataset TEXT NOT NULL,
  options TEXT NOT NULL,
  -- Of bytes and options: the same file with the same options is the same import.
  fingerprint TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  digest TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- What the import found, as the manifest of its folder says; null until done.
  summary TEXT,
  generation INTEGER,
  problem TEXT,
  created_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
CREATE INDEX import_dataset ON import (dataset, created_at);

-- One state of all data sets; a new one is written with every import, in the transaction that finishes it.
CREATE TABLE generation (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE generation_dataset (
  generation INTEGER NOT NULL REFERENCES generation (id),
  dataset TEXT NOT NULL,
  import TEXT NOT NULL REFERENCES import (id),
  PRIMARY KEY (generation, dataset)
) STRICT;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  flow TEXT NOT NULL,
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL,
  as_of TEXT NOT NULL,
  generation INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  counts TEXT,
  -- Digest, bytes and offsets per tier of the members' file.
  members TEXT,
  problem TEXT,
  milliseconds REAL,
  created_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
CREATE INDEX run_flow ON run (flow, created_at);

CREATE TABLE idempotency (
  key TEXT NOT NULL,
  route TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (key, route)
) STRICT;
