-- What the pages of an import show without reading its file again, and what it created, for its undo.
ALTER TABLE "answer_imports" ADD COLUMN "profile" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "preview" JSONB,
  ADD COLUMN "created" JSONB NOT NULL DEFAULT '{}';
