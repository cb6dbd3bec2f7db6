package io.groundswell.publishing.metricool;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about the connection to Metricool is refused. */
public enum MetricoolError implements ErrorCode {
    METRICOOL_TOKEN_REFUSED(Kind.UNPROCESSABLE),
    METRICOOL_BRAND_UNKNOWN(Kind.UNPROCESSABLE);

    private final Kind kind;

    MetricoolError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
