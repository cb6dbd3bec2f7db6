package io.groundswell.publishing.metricool;

import io.groundswell.publishing.PublishError;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The brands of an account, asked for on behalf of a caller who waits. */
@ApplicationScoped
class MetricoolAccount {
    static final String BRANDS = "/admin/simpleProfiles";

    private final MetricoolApi api;

    MetricoolAccount(MetricoolApi api) {
        this.api = api;
    }

    List<Brand> brands(Supplier<Login> opened) {
        return asking(() -> list(opened.get()));
    }

    private List<Brand> list(Login login) {
        return Brand.list(api.get(login, BRANDS, Map.of()));
    }

    /** The brand that the login is for. */
    Brand brand(Supplier<Login> opened) {
        return asking(() -> brand(opened.get()));
    }

    private Brand brand(Login login) {
        return list(login).stream()
                .filter(brand -> brand.id().equals(login.blogId()))
                .findFirst()
                .orElseThrow(() -> Refusal.on(
                        MetricoolError.METRICOOL_BRAND_UNKNOWN,
                        "blog_id",
                        "blog_id: the Metricool account has no such brand"));
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (MetricoolFailure failure) {
            throw switch (failure.kind()) {
                case REFUSED_TOKEN, OTHER_BRAND, REFUSED, GONE ->
                    Refusal.on(MetricoolError.METRICOOL_TOKEN_REFUSED, "token", "%s", failure.getMessage());
                case LIMITED ->
                    Refusal.later(PublishError.PROVIDER_ERROR, failure.retryAfter(), "%s", failure.getMessage());
                case UNREACHED, UNKNOWN -> Refusal.of(PublishError.PROVIDER_ERROR, "%s", failure.getMessage());
            };
        }
    }
}
