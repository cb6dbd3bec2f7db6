package io.groundswell.wire.openapi;

import java.util.HashMap;
import java.util.Map;
import org.jboss.jandex.ClassInfo;

/**
 * What types are called in a document. Inner ones carry the name of what they stand in, so that adding a type never
 * renames another: {@code MastodonResource.ConnectRequest} is MastodonConnectRequest.
 */
final class Names {
    private final Map<String, String> owners = new HashMap<>();

    String of(ClassInfo type, Flavor flavor) {
        var name = flavor.name(plain(type));
        var owner = owners.putIfAbsent(name, type.name().toString());
        if (owner != null && !owner.equals(type.name().toString())) {
            throw new IllegalStateException(
                    "%s and %s are both called %s in a document".formatted(owner, type.name(), name));
        }
        return name;
    }

    private static String plain(ClassInfo type) {
        // What a contract's machinery is called says which contract; in its document that goes without saying.
        var own = withoutSuffix(type.simpleName(), "Response").replaceFirst("^V1", "");
        if (type.enclosingClass() == null) {
            return own;
        }
        var path = type.name().withoutPackagePrefix().split("\\$");
        var outer = withoutSuffix(withoutSuffix(path[path.length - 2], "Resource"), "Response")
                .replaceFirst("^V1", "");
        return own.contains(outer) ? own : outer + own;
    }

    private static String withoutSuffix(String name, String suffix) {
        return name.endsWith(suffix) && name.length() > suffix.length()
                ? name.substring(0, name.length() - suffix.length())
                : name;
    }
}
