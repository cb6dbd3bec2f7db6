-- What became of an attempt. Changes nothing when the claim is somebody else's by now.
-- in   :id text, :claim text, :outcome text, :next timestamptz or null, :at text, :status int or null,
--      :latency bigint, :error text or null, :response text or null
update webhook_delivery
set status = :outcome,
    attempts = attempts + 1,
    due_at = cast(:next as timestamptz),
    claim = null,
    tries = case when jsonb_array_length(tries) < 20 then tries else tries - 0 end
         || jsonb_build_array(jsonb_build_object(
                'at', cast(:at as text),
                'status', cast(:status as int),
                'latency_ms', cast(:latency as bigint),
                'error', cast(:error as text),
                'response', cast(:response as text)))
where id = :id and claim = :claim;
