-- Whether runs say, beside the data of a chip, the commands that store them.
ALTER TABLE chip_program
  ADD COLUMN scripts BOOLEAN NOT NULL DEFAULT FALSE;
