package io.groundswell.export.v1;

import io.groundswell.export.ExportOrder;
import io.groundswell.performance.Periods;
import io.groundswell.performance.v1.PeriodParam;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads orders, whose days are those of the caller's organization. */
@ApplicationScoped
class ExportForms {
    private final PeriodParam param;
    private final Periods periods;

    ExportForms(PeriodParam param, Periods periods) {
        this.param = param;
        this.periods = periods;
    }

    ExportOrder order(Owner owner, ExportForm form) {
        return new ExportOrder(
                form.format(),
                form.include(),
                form.missionIds(),
                param.of(owner, form.period(), form.startDate(), form.endDate()),
                periods.zone(owner),
                form.emailTo());
    }
}
