package io.groundswell.site.flat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** How many are wanted. What is out of range is moved to its end, what is no number means the default. */
public final class Most {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,100}");

    private Most() {}

    /** @param asked by a body; may be null */
    public static int read(JsonNode asked, int fewest, int byDefault, int most) {
        if (asked == null || !asked.canConvertToExactIntegral()) {
            return read(asked == null ? null : asked.asText(), fewest, byDefault, most);
        }
        return asked.decimalValue()
                .max(BigDecimal.valueOf(fewest))
                .min(BigDecimal.valueOf(most))
                .intValueExact();
    }

    /** @param asked as it came; may be null */
    public static int read(String asked, int fewest, int byDefault, int most) {
        if (asked == null || !NUMBER.matcher(asked.strip()).matches()) {
            return byDefault;
        }
        var number = new BigInteger(asked.strip());
        return number.max(BigInteger.valueOf(fewest))
                .min(BigInteger.valueOf(most))
                .intValueExact();
    }
}
