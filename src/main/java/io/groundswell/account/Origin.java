package io.groundswell.account;

/**
 * Where a request came from. Each part is null when there is none.
 *
 * @param keyId the API key that it showed
 * @param address of the client, as far as the server can see it
 */
public record Origin(String keyId, String requestId, String address) {
    public static final Origin NOWHERE = new Origin(null, null, null);

    /** Knows the request that is being answered, whatever brought it here. */
    public interface Source {
        /** {@link #NOWHERE} when no request is. */
        Origin current();
    }
}
