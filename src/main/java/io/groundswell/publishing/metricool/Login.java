package io.groundswell.publishing.metricool;

/**
 * What Metricool wants to see with each call.
 *
 * @param userId of the account, null when the organization did not tell it
 * @param blogId of the brand
 * @param isForOtherBrand whether that is another brand than the account is connected for, which it may not see
 */
public record Login(String token, String userId, String blogId, boolean isForOtherBrand) {
    public Login(String token, String userId, String blogId) {
        this(token, userId, blogId, false);
    }

    /** The same account with a brand that it is, or an earlier one was, connected for. */
    Login of(String brand) {
        return new Login(token, userId, brand, !brand.equals(blogId));
    }

    @Override
    public String toString() {
        return "brand " + blogId;
    }
}
