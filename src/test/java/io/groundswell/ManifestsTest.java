package io.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.groundswell.testing.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in deploy/ is what Kubernetes and Knative understand, and keeps what docs/guides/deploy.md promises. */
class ManifestsTest {
    private static final Map<String, Class<?>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "batch/v1 CronJob", CronJob.class,
            "batch/v1 Job", Job.class,
            "networking.k8s.io/v1 Ingress", Ingress.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "serving.knative.dev/v1 Service", Service.class,
            "v1 ConfigMap", ConfigMap.class,
            "v1 Service", io.fabric8.kubernetes.api.model.Service.class,
            "v1 ServiceAccount", ServiceAccount.class);

    /** What the tick needs to know, and the server does not. */
    private static final String NAMESPACE = "NAMESPACE";

    @Test
    void kubernetes_and_knative_know_every_field() throws IOException {
        for (var manifest : Manifests.all()) {
            assertThat(read(manifest)).as(manifest.toString()).isNotNull();
        }
    }

    @Test
    void a_field_that_nobody_knows_is_found() throws IOException {
        // Given
        var misspelt = Manifests.STRICT.readTree("""
                {apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {terminationGracePeriod: 100}}}}""");
        // Then
        assertThatThrownBy(() -> read(misspelt)).hasMessageContaining("terminationGracePeriod");
    }

    @Test
    void containers_run_as_nobody_on_a_file_system_that_they_cannot_change() throws IOException {
        var containers = 0;
        for (var manifest : Manifests.all()) {
            for (var container : manifest.findValues("containers").stream()
                    .flatMap(list -> Stream.of(list.get(0)))
                    .toList()) {
                containers++;
                var security = container.path("securityContext");
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
                assertThat(manifest.findValue("runAsNonRoot").asBoolean()).isTrue();
            }
        }
        assertThat(containers).isEqualTo(4);
    }

    @Test
    void servers_may_write_where_they_have_to() throws IOException {
        var servers = 0;
        for (var manifest : Manifests.all()) {
            for (var pod : manifest.findParents("containers")) {
                var container = pod.at("/containers/0");
                if (container.path("image").asText().startsWith("groundswell:")) {
                    servers++;
                    assertThat(container.path("volumeMounts").findValuesAsText("mountPath"))
                            .containsExactly("/tmp", "/data");
                    assertThat(container.path("volumeMounts").findValuesAsText("name"))
                            .isEqualTo(pod.path("volumes").findValuesAsText("name"));
                    assertThat(pod.path("volumes")).allMatch(volume -> volume.has("emptyDir"));
                }
            }
        }
        assertThat(servers).isEqualTo(3);
    }

    @Test
    void settings_exist() throws IOException {
        // Given
        var known = Files.readString(Path.of("docs/configuration.md"));
        var keys = new TreeSet<String>();
        known.lines()
                .filter(line -> line.startsWith("| `groundswell."))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .forEach(key -> keys.add(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
        // When
        var used = new TreeSet<String>();
        for (var manifest : Manifests.all()) {
            manifest.path("data").fieldNames().forEachRemaining(used::add);
            manifest.findValues("env")
                    .forEach(list ->
                            list.forEach(one -> used.add(one.path("name").asText())));
        }
        used.removeIf(name -> name.startsWith("QUARKUS_") || name.equals(NAMESPACE));
        // Then
        assertThat(used).isNotEmpty().isSubsetOf(keys);
    }

    @Test
    void the_tick_asks_for_the_service_by_a_name_that_knative_knows() throws IOException {
        // Given
        var service = Manifests.only("serving.knative.dev/v1", "Service")
                .at("/metadata/name")
                .asText();
        var tick = Manifests.only("batch/v1", "CronJob").at("/spec/jobTemplate/spec/template/spec/containers/0");
        // When
        var script = tick.at("/command/2").asText();
        // Then
        assertThat(script).contains(" http://%s.$(%s).svc.cluster.local/internal/tick ".formatted(service, NAMESPACE));
        assertThat(tick.path("env"))
                .filteredOn(one -> one.path("name").asText().equals(NAMESPACE))
                .extracting(one -> one.at("/valueFrom/fieldRef/fieldPath").asText())
                .containsExactly("metadata.namespace");
    }

    @Test
    void a_stop_may_take_as_long_as_the_server_needs() throws IOException {
        var server = Manifests.only("apps/v1", "Deployment").at("/spec/template/spec");
        var pause = server.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
        assertThat(pause).isPositive();
        assertThat(server.path("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(90 + pause);
    }

    @Test
    void the_composition_knows_no_secret() throws IOException {
        // Given
        var services = Manifests.STRICT
                .readTree(Path.of("deploy/compose.yaml").toFile())
                .path("services");
        // When
        var secrets = new ArrayList<String>();
        services.findValues("environment")
                .forEach(settings -> settings.properties().forEach(setting -> {
                    if (setting.getKey().matches(".*(PASSWORD|TOKEN|SECRET|KEYS?)")) {
                        secrets.add(setting.getValue().asText());
                    }
                }));
        // Then
        assertThat(secrets).hasSize(4).allMatch(value -> value.matches("\\$\\{[A-Z_]+(:-|:\\?[a-z ]+)}"));
        assertThat(services.at("/server/read_only").asBoolean()).isTrue();
        assertThat(services.at("/server/stop_grace_period").asText()).isEqualTo("90s");
    }

    private static Object read(JsonNode manifest) throws IOException {
        var kind = manifest.path("apiVersion").asText() + " "
                + manifest.path("kind").asText();
        assertThat(KINDS).containsKey(kind);
        return Manifests.STRICT.treeToValue(manifest, KINDS.get(kind));
    }
}
