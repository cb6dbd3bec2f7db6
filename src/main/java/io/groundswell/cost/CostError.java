package io.groundswell.cost;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why money is not spent. */
public enum CostError implements ErrorCode {
    BUDGET_EXCEEDED;

    @Override
    public Kind kind() {
        return Kind.UNPROCESSABLE;
    }

    @Override
    public boolean published() {
        return true;
    }
}
