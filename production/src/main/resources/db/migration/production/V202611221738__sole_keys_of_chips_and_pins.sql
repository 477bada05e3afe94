-- Of what chips' keys travel under, and of PIN keys, a tenant has one key of each use from now on, so that the use
-- finds it. Where several were made already, none becomes the one: their custodians make it.
UPDATE keyring k
  JOIN (SELECT tenant_id, key_usage FROM keyring
         WHERE key_usage IN ('CHIP_PERSONALIZATION', 'PIN_ENCRYPTION', 'PIN_OFFSET', 'PIN_VERIFICATION_VALUE')
         GROUP BY tenant_id, key_usage HAVING COUNT(*) = 1) one
    ON one.tenant_id = k.tenant_id AND one.key_usage = k.key_usage
   SET k.sole_usage = k.key_usage;
