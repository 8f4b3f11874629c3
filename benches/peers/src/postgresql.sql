-- A table that only grows, each row with the hash of the one before.
DROP TABLE IF EXISTS log;
CREATE TABLE log (at bigint PRIMARY KEY, event bytea NOT NULL, before bytea NOT NULL, signature bytea NOT NULL);

CREATE OR REPLACE FUNCTION chained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last log%ROWTYPE;
BEGIN
  SELECT * INTO last FROM log ORDER BY at DESC LIMIT 1;
  IF NEW.at <> coalesce(last.at + 1, 0) THEN
    RAISE EXCEPTION 'row % is not the next', NEW.at;
  END IF;
  IF NEW.before <> coalesce(sha256(last.before || last.event), decode(repeat('00', 32), 'hex')) THEN
    RAISE EXCEPTION 'row % does not follow the one before', NEW.at;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION chained();

CREATE OR REPLACE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows stay as they are';
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log FOR EACH STATEMENT EXECUTE FUNCTION stays();
