package io.groundswell.account;

/** Checks the tokens of an identity provider. */
public interface IdentityVerifier {
    /** Refuses ({@code invalid_token}) what the provider did not sign, or signed for another application or a time that is over. */
    Identity verify(String token);
}
