package io.groundswell.vault;

/**
 * A column of sealed texts in a table whose key is {@code id}, of text. Where a bean says that there is one, a rotation of
 * keys takes care of it.
 */
public interface SealedColumn {
    String table();

    String column();

    /** What each row was sealed for: see {@link Vault#seal}. */
    default String purpose(String id) {
        return table() + "." + column() + ":" + id;
    }
}
