package io.waymark.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.micronaut.context.ApplicationContext;
import io.micronaut.grpc.server.GrpcEmbeddedServer;
import io.micronaut.runtime.server.EmbeddedServer;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.testkit.Database;
import io.waymark.testkit.Gate;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole service as it is deployed, on a real database and a real broker. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryApplicationTest {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Parts parts;
  private final Gate gate;
  private final ECKey key;
  private final ApplicationContext application;
  private final ManagedChannel channel;
  private final int managementPort;

  RegistryApplicationTest(Parts parts, @TempDir Path folder) throws Exception {
    this.parts = parts;
    parts.createWaymarkTopics();
    Database database = parts.database();
    gate = new Gate(database.url());
    key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    Path keys =
        Files.writeString(folder.resolve("issuer.pub.jwks"), new JWKSet(key).toString(true), UTF_8);
    application =
        ApplicationContext.run(
            Map.of(
                "waymark.database.url", gate.through(database.url()),
                "waymark.database.user", database.user(),
                "waymark.database.password", database.password(),
                "waymark.kafka.bootstrap", parts.kafkaBootstrap(),
                "waymark.token.keys", keys.toString(),
                "micronaut.server.port", -1,
                "grpc.server.port", 0));
    EmbeddedServer management = application.getBean(EmbeddedServer.class).start();
    managementPort = management.getPort();
    GrpcEmbeddedServer server = application.getBean(GrpcEmbeddedServer.class);
    if (!server.isRunning()) {
      server.start();
    }
    channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
  }

  @BeforeAll
  void importSamples() {
    await().until(() -> get("/health/ready").statusCode() == 200);
    as("plan-office", "plan_office").importBureaus(bureaus());
    as("plan-office", "plan_office").importProjects(projects());
  }

  @AfterAll
  void close() throws IOException {
    channel.shutdownNow();
    application.close();
    gate.close();
  }

  @Test
  void aReportIsDurableAndReachesTheTopicWithTheWholeState() throws Exception {
    ReportProgressResponse reply = as("water", "reporter").reportProgress(report("pump-a", "k"));
    assertThat(as("water", "reporter").reportProgress(report("pump-a", "k"))).isEqualTo(reply);
    var events = published("wuhan-15/pump-a", 2);
    var last = ProjectEvent.parseFrom(events.getLast().value());
    assertThat(last.getState().getVersion()).isEqualTo(2);
    assertThat(last.getReported().getReport().getReportId()).isEqualTo(reply.getReportId());
    assertThat(header(events.getLast(), "ce_type")).isEqualTo("waymark.registry.v1.ProjectEvent");
    assertThat(header(events.getLast(), "ce_source")).isEqualTo("waymark/registry");
  }

  @Test
  void aCallWithoutATokenIsUnauthenticatedWhileHealthIsOpen() {
    assertThat(code(() -> RegistryServiceGrpc.newBlockingStub(channel).getProject(project("p"))))
        .isEqualTo(Code.UNAUTHENTICATED);
    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void aMessageOfFiveMegabytesIsRefusedAndTheConnectionLivesOn() {
    ReportProgressRequest large =
        report("pump-b", "large").toBuilder().setObstacle("x".repeat(5 << 20)).build();
    assertThat(code(() -> as("water", "reporter").reportProgress(large)))
        .isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(version("pump-b")).isEqualTo(1);
  }

  @Test
  void brokenUtf8IsAnInvalidArgument() {
    UnknownFieldSet broken =
        UnknownFieldSet.newBuilder()
            .addField(
                9,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFrom(new byte[] {(byte) 0xc3, 0x28}))
                    .build())
            .build();
    byte[] bytes =
        report("pump-b", "broken").toByteString().concat(broken.toByteString()).toByteArray();
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> send(RegistryServiceGrpc.getReportProgressMethod(), bytes));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(refusal.getStatus().getDescription()).contains("UTF-8");
    assertThat(version("pump-b")).isEqualTo(1);
  }

  @Test
  void aDatabaseThatIsAwayIsNamedAndWhatComesAfterItsReturnIsServed() throws Exception {
    gate.shut();
    assertThat(code(() -> as("water", "reporter").reportProgress(report("pump-c", "k"))))
        .isEqualTo(Code.UNAVAILABLE);
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("\"database\"").contains("DOWN").contains("DATABASE_AWAY");
    assertThat(get("/health/ready", "zh-CN").body()).contains("数据库暂不可用：");
    gate.open();
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
        .until(
            () -> as("water", "reporter").reportProgress(report("pump-c", "k")).getVersion() == 2);
  }

  @Test
  void theMetricsSpeakOfReports() throws Exception {
    as("water", "reporter").reportProgress(report("pump-d", "m1"));
    as("water", "reporter").reportProgress(report("pump-d", "m1"));
    String page = get("/metrics").body();
    assertThat(page)
        .contains("waymark_registry_reports_accepted_total ")
        .contains("waymark_registry_reports_replayed_total ")
        .contains("waymark_registry_report_handling_seconds_bucket")
        .contains("waymark_registry_projects 4.0")
        .contains("waymark_registry_bureaus 1.0")
        .contains("waymark_registry_reports ");
  }

  private RegistryServiceBlockingStub as(String bureau, String role) {
    return RegistryServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(bureau, role)));
  }

  private Metadata headers(String bureau, String role) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token(bureau, role));
    return headers;
  }

  private String token(String bureau, String role) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer("waymark")
                .subject(bureau + "-clerk")
                .claim("kind", "person")
                .claim("bureau", bureau)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private byte[] send(MethodDescriptor<?, ?> method, byte[] request) {
    MethodDescriptor<byte[], byte[]> raw = method.toBuilder(new Bytes(), new Bytes()).build();
    return ClientCalls.blockingUnaryCall(
        ClientInterceptors.intercept(
            channel, MetadataUtils.newAttachHeadersInterceptor(headers("water", "reporter"))),
        raw,
        CallOptions.DEFAULT,
        request);
  }

  private long version(String projectId) {
    return as("water", "reporter").getProject(project(projectId)).getState().getVersion();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(path, "en");
  }

  private HttpResponse<String> get(String path, String language)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
              .header("Accept-Language", language)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private List<ConsumerRecord<String, byte[]>> published(String recordKey, int atLeast) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", parts.kafkaBootstrap());
    settings.put("group.id", parts.uniqueName("reader"));
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("waymark.registry.project.v1"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(200))
                .forEach(event -> {
                  if (event.key().equals(recordKey)) {
                    found.add(event);
                  }
                });
            return found.size() >= atLeast;
          });
    }
    return found;
  }

  private static String header(ConsumerRecord<String, byte[]> event, String name) {
    return new String(event.headers().lastHeader(name).value(), UTF_8);
  }

  private static Code code(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus().getCode();
  }

  private static ImportBureausRequest bureaus() {
    return ImportBureausRequest.newBuilder()
        .addBureaus(
            Bureau.newBuilder()
                .setBureauId("water")
                .setName(LocalizedText.newBuilder().setZh("市水务局"))
                .addEmails("plan@water.example"))
        .build();
  }

  private static ImportProjectsRequest projects() {
    ImportProjectsRequest.Builder request = ImportProjectsRequest.newBuilder();
    for (String id : List.of("pump-a", "pump-b", "pump-c", "pump-d")) {
      request.addProjects(
          Project.newBuilder()
              .setPlanId("wuhan-15")
              .setProjectId(id)
              .setName(LocalizedText.newBuilder().setZh("泵站"))
              .setCategory("pumping-station")
              .setLeadBureauId("water"));
    }
    return request.build();
  }

  private static GetProjectRequest project(String projectId) {
    return GetProjectRequest.newBuilder().setPlanId("wuhan-15").setProjectId(projectId).build();
  }

  private static ReportProgressRequest report(String projectId, String idempotencyKey) {
    return ReportProgressRequest.newBuilder()
        .setPlanId("wuhan-15")
        .setProjectId(projectId)
        .setIdempotencyKey(projectId + "-" + idempotencyKey)
        .setAsOf("2026-05-31")
        .setPercentComplete(38)
        .build();
  }
}
