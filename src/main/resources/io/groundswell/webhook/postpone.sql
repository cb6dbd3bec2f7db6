-- A delivery that was not sent for a reason of this server's own. It waits for a tenth of its age, but a minute to an hour, and that
-- was no attempt; of several in a row for the same reason, the latest is told. Changes nothing when the claim is somebody else's by now.
-- in   :id text, :claim text, :now timestamptz, :at text, :latency bigint, :error text
update webhook_delivery
set due_at = cast(:now as timestamptz)
        + greatest(interval '1 minute', least(interval '1 hour', (cast(:now as timestamptz) - created_at) / 10)),
    claim = null,
    tries = case
            when tries -> -1 ->> 'error' = cast(:error as text) then tries - (-1)
            when jsonb_array_length(tries) < 20 then tries
            else tries - 0 end
         || jsonb_build_array(jsonb_build_object(
                'at', cast(:at as text),
                'status', null,
                'latency_ms', cast(:latency as bigint),
                'error', cast(:error as text),
                'response', null))
where id = :id and claim = :claim;
