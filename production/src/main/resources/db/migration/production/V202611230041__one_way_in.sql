-- Every list is handed in and outlives the process that takes it in. One that came the earlier way
-- when Cardloom was stopped lay sealed with a key in memory: it is forgotten, and its order says so.
UPDATE card_order SET state = 'REFUSED', report = CONCAT('{"rows":0,"accepted":0,"errorCount":1,',
    '"errors":[{"line":1,"column":"","code":"INTAKE_INTERRUPTED","sentence":"The taking in of the',
    ' list was interrupted; nothing of it was kept. Send the list again for a new order."}],',
    '"noticeCount":0,"notices":[]}')
  WHERE tenant_id IS NOT NULL AND state = 'RECEIVING'
    AND id IN (SELECT order_id FROM list_intake WHERE handed = FALSE);
DELETE FROM account_record
  WHERE tenant_id IS NOT NULL
    AND order_id IN (SELECT order_id FROM list_intake WHERE handed = FALSE)
    AND order_id IN (SELECT order_id FROM account_file WHERE accepted_at IS NULL);
DELETE FROM account_file
  WHERE tenant_id IS NOT NULL AND accepted_at IS NULL
    AND order_id IN (SELECT order_id FROM list_intake WHERE handed = FALSE);
DELETE FROM list_intake WHERE tenant_id IS NOT NULL AND handed = FALSE;
ALTER TABLE list_intake DROP COLUMN handed;
