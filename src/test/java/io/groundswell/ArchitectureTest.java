package io.groundswell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.groundswell.wire.Needs;
import io.groundswell.wire.Open;
import io.groundswell.wire.idempotency.Idempotent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md, as far as a machine can check them. */
class ArchitectureTest {
    private static final String[] EDGES = {"..wire..", "..v1", "..envelope", "..flat", "..internal"};
    private static final String[] SPEAKING_JSON = {
        "io.groundswell.database",
        "io.groundswell.publishing.direct",
        "io.groundswell.publishing.bluesky",
        "io.groundswell.publishing.mastodon",
        "io.groundswell.publishing.metricool",
        "io.groundswell.generation.claude",
        "io.groundswell.generation.language",
        "io.groundswell.generation.openai",
        "io.groundswell.generation.remote",
        "io.groundswell.source.tiktok",
    };
    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.groundswell");

    private static final int LONGEST_LINES = 250;
    private static final int NINE_OF_TEN_LINES = 120;
    private static final int HALF_LINES = 50;

    @Test
    void features_form_no_cycles() {
        slices().matching("io.groundswell.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void contracts_ignore_each_other() {
        for (var edge : List.of("v1", "envelope", "flat", "internal")) {
            var others = List.of("v1", "envelope", "flat", "internal").stream()
                    .filter(other -> !other.equals(edge))
                    .map(other -> "io.groundswell.*." + other)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.groundswell.*." + edge)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others).and(notOurWire()))
                    .allowEmptyShould(true)
                    .check(OURS);
        }
    }

    /** How a contract writes times and lists is its own, but operators are answered in the same way. */
    private static DescribedPredicate<JavaClass> notOurWire() {
        return DescribedPredicate.not(resideInAPackage("io.groundswell.wire.."));
    }

    @Test
    void the_core_ignores_the_wire() {
        noClasses()
                .that(areCore())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..wire..", "..v1", "..envelope", "..flat", "jakarta.ws.rs..")
                .check(OURS);
    }

    /** Calls of our own need an HTTP client, and one place knows which. */
    @Test
    void only_the_wire_and_calls_to_others_know_the_http_engine() {
        noClasses()
                .that(areCore())
                .and()
                .resideOutsideOfPackage("io.groundswell.outbound")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx..")
                .check(OURS);
    }

    @Test
    void only_the_wire_the_database_and_what_speaks_to_others_know_json() {
        noClasses()
                .that(areCore())
                .and()
                .resideOutsideOfPackages(SPEAKING_JSON)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(OURS);
    }

    /** Health is nothing but an edge of its own. */
    private static DescribedPredicate<JavaClass> areCore() {
        return DescribedPredicate.not(resideInAnyPackage(EDGES).or(resideInAPackage("io.groundswell.health")));
    }

    @Test
    void repositories_stay_home() {
        classes()
                .that()
                .implement(PanacheRepositoryBase.class)
                .should()
                .bePackagePrivate()
                .check(OURS);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.groundswell.clock")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(OURS);
    }

    @Test
    void little_is_shared() {
        assertThat(OURS.stream()
                        .filter(one -> one.getPackageName().equals("io.groundswell.shared") && one.isTopLevelClass()))
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void every_resource_says_who_may_call_it() {
        var silent = resourceMethods().stream()
                .filter(method -> !method.getOwner().getPackageName().endsWith(".internal"))
                .filter(method -> !method.isAnnotatedWith(Needs.class) && !method.isAnnotatedWith(Open.class))
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(silent).isEmpty();
    }

    /** Sessions are left out: a stored token would be a stored secret, and logging out twice does no harm. */
    @Test
    void every_write_of_the_missions_contract_can_be_repeated_safely() {
        var unsafe = resourceMethods().stream()
                .filter(method -> method.getOwner().getPackageName().endsWith(".v1"))
                .filter(method -> !method.getOwner().getSimpleName().equals("SessionResource"))
                .filter(method -> method.isAnnotatedWith(POST.class)
                        || method.isAnnotatedWith(PUT.class)
                        || method.isAnnotatedWith(PATCH.class))
                .filter(method -> !method.isAnnotatedWith(Idempotent.class))
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(unsafe).isEmpty();
    }

    private static List<JavaMethod> resourceMethods() {
        var methods = new ArrayList<JavaMethod>();
        for (var one : OURS) {
            for (var method : one.getMethods()) {
                if (List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class).stream()
                        .anyMatch(method::isAnnotatedWith)) {
                    methods.add(method);
                }
            }
        }
        assertThat(methods).isNotEmpty();
        return methods;
    }

    @Test
    void files_stay_small() throws IOException {
        var lines = new ArrayList<Integer>();
        for (var file : sources()) {
            var count = Files.readAllLines(file).size();
            assertThat(count).as(file.toString()).isLessThanOrEqualTo(LONGEST_LINES);
            lines.add(count);
        }
        lines.sort(Integer::compare);
        assertThat(lines.get(lines.size() * 9 / 10)).as("nine of ten files").isLessThanOrEqualTo(NINE_OF_TEN_LINES);
        assertThat(lines.get(lines.size() / 2)).as("half of the files").isLessThanOrEqualTo(HALF_LINES);
    }

    @Test
    void nothing_is_left_for_later() throws IOException {
        // Spelled in two parts, or this file would find itself.
        for (var mark : List.of("TO" + "DO", "FIX" + "ME")) {
            for (var file : sources()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\b" + mark + "\\b");
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
