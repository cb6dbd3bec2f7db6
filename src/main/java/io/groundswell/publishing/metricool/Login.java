package io.groundswell.publishing.metricool;

/**
 * What Metricool wants to see with each call.
 *
 * @param userId of the account, null when the organization did not tell it
 * @param blogId of the brand
 */
public record Login(String token, String userId, String blogId) {
    /** The same account with another of its brands. */
    Login of(String brand) {
        return new Login(token, userId, brand);
    }

    @Override
    public String toString() {
        return "brand " + blogId;
    }
}
