package io.groundswell.wire.openapi;

import io.groundswell.wire.Contract;
import io.groundswell.wire.HeaderNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What all operations of a document have in common.
 *
 * @param name of its examples
 * @param errors the record in which its failures are dressed
 * @param credentials any of which will do; empty where nobody has to say who calls
 * @param requestHeaders the names of {@link Headers} that callers may send with a credential
 * @param limited which operations' answers tell of a rate limit
 * @param replays whether a stored answer may be given once more
 */
public record Convention(
        String name,
        List<Contract> contracts,
        Class<?> errors,
        SortedMap<String, SecurityScheme> credentials,
        List<String> requestHeaders,
        Predicate<Endpoint> limited,
        boolean replays,
        List<Fault> faults) {
    /** Those of an answer, beside which it may have its own. */
    Set<String> headers(Endpoint endpoint, List<String> own) {
        var names = new LinkedHashSet<String>();
        names.add(HeaderNames.REQUEST_ID);
        if (limited.test(endpoint)) {
            names.addAll(Headers.RATE);
        }
        names.addAll(own);
        return names;
    }
}
