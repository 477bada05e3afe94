-- Nobody accepts her own invitation: that would be giving oneself a role. NULL: Cardloom itself.
ALTER TABLE invitation
  ADD COLUMN invited_by VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL;
