package io.groundswell.export;

import java.util.List;

/** Writes exports in one format. What is written for one section after the other, row by row, is the file. */
public interface ExportText {
    ExportFormat format();

    /** @param first whether no section comes before it */
    void begin(StringBuilder text, Section section, boolean first);

    /**
     * @param values in the order of the section's columns, of the types that {@link Column.Kind} names
     * @param first whether no row of the section comes before it
     */
    void row(StringBuilder text, Section section, List<Object> values, boolean first);

    /** @param last whether no section comes after it */
    void end(StringBuilder text, Section section, boolean last);
}
