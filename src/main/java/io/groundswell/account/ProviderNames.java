package io.groundswell.account;

import java.util.List;

/** The providers that an organization may prefer, configured here or not. The feature above that knows them implements it. */
public interface ProviderNames {
    List<String> ofLanguage();

    List<String> ofImages();
}
