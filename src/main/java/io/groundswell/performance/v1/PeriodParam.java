package io.groundswell.performance.v1;

import io.groundswell.performance.PerformanceError;
import io.groundswell.performance.Period;
import io.groundswell.performance.Periods;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads periods as callers write them: a number of days up to today, a year to date, everything, or two dates. */
@ApplicationScoped
public class PeriodParam {
    public static final String DEFAULT = "30d";
    private static final String FORMS = "7d, 30d, 90d, ytd, all or YYYY-MM-DD/YYYY-MM-DD";

    private final Periods periods;

    PeriodParam(Periods periods) {
        this.periods = periods;
    }

    /** {@code start_date} and {@code end_date}, which come both or not at all, take the place of {@code period}. */
    public Period of(Owner owner, String period, String startDate, String endDate) {
        if (startDate == null && endDate == null) {
            return of(owner, "period", period == null ? DEFAULT : period);
        }
        if (startDate == null || endDate == null) {
            throw refused(startDate == null ? "start_date" : "end_date", "start_date and end_date go together");
        }
        return between("start_date", date("start_date", startDate), date("end_date", endDate));
    }

    /** One that has no default. */
    public Period require(Owner owner, String param, String text) {
        if (text == null) {
            throw refused(param, "%s is required: %s".formatted(param, FORMS));
        }
        return of(owner, param, text);
    }

    /** @param param to blame */
    public Period of(Owner owner, String param, String text) {
        var today = periods.today(owner);
        return switch (text) {
            case "7d" -> new Period(today.minusDays(7), today);
            case "30d" -> new Period(today.minusDays(30), today);
            case "90d" -> new Period(today.minusDays(90), today);
            case "ytd" -> new Period(today.withDayOfYear(1), today);
            case "all" -> periods.all(owner);
            default -> range(param, text);
        };
    }

    private static Period range(String param, String text) {
        var dates = text.split("/", -1);
        if (dates.length != 2) {
            throw refused(param, "%s must be %s".formatted(param, FORMS));
        }
        return between(param, date(param, dates[0]), date(param, dates[1]));
    }

    private static LocalDate date(String param, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 1970 || date.getYear() > 9999) {
                throw refused(param, "%s must lie between the years 1970 and 9999".formatted(param));
            }
            return date;
        } catch (DateTimeParseException e) {
            var forms = param.endsWith("_date") ? "a date, YYYY-MM-DD" : FORMS;
            throw refused(param, "%s must be %s".formatted(param, forms));
        }
    }

    private static Period between(String param, LocalDate start, LocalDate end) {
        if (start.isAfter(end)) {
            throw refused(param, "The period must not end before it starts");
        }
        var period = new Period(start, end);
        if (period.days() > Periods.MOST_DAYS) {
            throw refused(param, "A period has at most %d days".formatted(Periods.MOST_DAYS));
        }
        return period;
    }

    private static Refusal refused(String param, String message) {
        return Refusal.on(PerformanceError.INVALID_PERIOD, param, "%s", message);
    }
}
