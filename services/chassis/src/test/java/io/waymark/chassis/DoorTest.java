package io.waymark.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
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
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.grpc.FailureInterceptor;
import io.waymark.chassis.grpc.GrpcServices;
import io.waymark.chassis.grpc.ReadyInterceptor;
import io.waymark.chassis.identity.Caller;
import io.waymark.chassis.identity.IdentityInterceptor;
import io.waymark.chassis.identity.TokenVerifier;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.ListBureausResponse;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.type.v1.Violations;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller meets at the door of a service, over a real transport. */
class DoorTest {
  private final ECKey issuer = key();
  private final AtomicReference<@Nullable Caller> seen = new AtomicReference<>();
  private Supplier<RuntimeException> failing = () -> new IllegalStateException("unused");
  private boolean fails;
  private Optional<String> problem = Optional.empty();
  private Server server = InProcessServerBuilder.forName("unused").build();
  private ManagedChannel channel = InProcessChannelBuilder.forName("unused").build();

  private final class Service extends RegistryServiceGrpc.RegistryServiceImplBase {
    @Override
    public void listBureaus(
        ListBureausRequest request, StreamObserver<ListBureausResponse> observer) {
      seen.set(Caller.current());
      if (fails) {
        throw failing.get();
      }
      observer.onNext(ListBureausResponse.getDefaultInstance());
      observer.onCompleted();
    }
  }

  @BeforeEach
  void open() throws Exception {
    String name = InProcessServerBuilder.generateName();
    server =
        InProcessServerBuilder.forName(name)
            .addService(
                ServerInterceptors.interceptForward(
                    GrpcServices.guarded(new Service()),
                    new FailureInterceptor(),
                    new ReadyInterceptor(() -> problem),
                    new IdentityInterceptor(new TokenVerifier(new JWKSet(issuer.toPublicJWK())))))
            .build()
            .start();
    channel = InProcessChannelBuilder.forName(name).build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void aValidTokenBecomesTheCaller() throws Exception {
    call(token(issuer, Instant.now().plusSeconds(60)), "cli");

    assertThat(seen.get())
        .isEqualTo(new Caller("li.wei", true, "water", "cli", java.util.Set.of("reporter")));
  }

  @Test
  void withoutATokenNothingIsServed() {
    assertThat(refused(null).getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(seen.get()).isNull();
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    StatusRuntimeException refused = refused(token(issuer, Instant.now().minusSeconds(3600)));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(refused.getStatus().getDescription()).contains("Expired JWT");
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() throws Exception {
    assertThat(refused(token(key(), Instant.now().plusSeconds(60))).getStatus().getCode())
        .isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void everyViolationIsNamedInTheDetails() throws Exception {
    fails = true;
    failing =
        () ->
            Failure.invalid(
                List.of(
                    new Violation("percent_complete", "130", Expected.BETWEEN.with(0, 100)),
                    new Violation("as_of", "2126-01-01", Expected.NOT_AFTER.with("2027-06-30"))));

    StatusRuntimeException refused = refused(token(issuer, Instant.now().plusSeconds(60)));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription())
        .isEqualTo(
            "percent_complete: 130 (expected: 0..100); as_of: 2126-01-01 (expected: not after"
                + " 2027-06-30)");
    assertThat(detail(refused, BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("percent_complete", "as_of");
    assertThat(detail(refused, Violations.class).getViolationsList())
        .extracting(one -> one.getValue(), one -> one.getReason(), one -> one.getMetadataMap())
        .containsExactly(
            tuple("130", "BETWEEN", Map.of("least", "0", "most", "100")),
            tuple("2126-01-01", "NOT_AFTER", Map.of("day", "2027-06-30")));
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("INVALID");
  }

  @Test
  void aThousandViolationsStillFitIntoTheTrailers() throws Exception {
    fails = true;
    failing =
        () ->
            Failure.invalid(
                java.util.stream.IntStream.range(0, 1000)
                    .mapToObj(i ->
                        new Violation("projects[" + i + "]", "x".repeat(150), Expected.ID.with()))
                    .toList());

    StatusRuntimeException refused = refused(token(issuer, Instant.now().plusSeconds(60)));

    BadRequest details = detail(refused, BadRequest.class);
    assertThat(details.getFieldViolations(details.getFieldViolationsCount() - 1).getDescription())
        .isEqualTo(1000 - details.getFieldViolationsCount() + 1 + " more violations");
    Violations apart = detail(refused, Violations.class);
    assertThat(apart.getLeftOut()).isEqualTo(1000 - apart.getViolationsCount());
    assertThat(apart.getViolationsCount()).isEqualTo(details.getFieldViolationsCount() - 1);
    assertThat(refused.getStatus().getDescription()).endsWith("…");
    assertThat(details.getSerializedSize()).isLessThan(3000);
  }

  @Test
  void theReasonComesWithWhatBelongsToIt() throws Exception {
    fails = true;
    failing = () -> Failure.notYours(Refused.PROJECT_NOT_YOURS.with("p/pump", "water"));

    StatusRuntimeException refused = refused(token(issuer, Instant.now().plusSeconds(60)));

    ErrorInfo info = detail(refused, ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("PROJECT_NOT_YOURS");
    assertThat(info.getMetadataMap()).isEqualTo(Map.of("project", "p/pump", "bureau", "water"));
  }

  @Test
  void anUnforeseenFailureTellsNothingOfTheInside() throws Exception {
    fails = true;
    failing = () -> new IllegalStateException("secret: jdbc password");

    StatusRuntimeException refused = refused(token(issuer, Instant.now().plusSeconds(60)));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(refused.getStatus().getDescription()).doesNotContain("secret");
  }

  @Test
  void aServiceWithoutItsDatabaseSaysSo() throws Exception {
    problem = Optional.of("database: Connection refused");

    StatusRuntimeException refused = refused(token(issuer, Instant.now().plusSeconds(60)));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(refused.getStatus().getDescription()).isEqualTo("database: Connection refused");
  }

  @Test
  void brokenUtf8IsAnInvalidArgument() throws Exception {
    byte[] brokenPlanId = {0x0a, 0x02, (byte) 0xc3, 0x28};
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + token(issuer, Instant.now().plusSeconds(60)));

    StatusRuntimeException refused =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                ClientCalls.blockingUnaryCall(
                    ClientInterceptors.intercept(
                        channel, MetadataUtils.newAttachHeadersInterceptor(headers)),
                    bytes(RegistryServiceGrpc.getGetProjectMethod()),
                    CallOptions.DEFAULT,
                    brokenPlanId));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription()).contains("UTF-8");
  }

  private void call(String token, String via) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    headers.put(Metadata.Key.of("x-waymark-channel", Metadata.ASCII_STRING_MARSHALLER), via);
    ListBureausResponse reply =
        RegistryServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
            .listBureaus(ListBureausRequest.getDefaultInstance());
    assertThat(reply.getBureausList()).isEmpty();
  }

  private StatusRuntimeException refused(@Nullable String token) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        StatusRuntimeException.class,
        () -> {
          if (token == null) {
            ListBureausResponse reply =
                RegistryServiceGrpc.newBlockingStub(channel)
                    .listBureaus(ListBureausRequest.getDefaultInstance());
            assertThat(reply).isNull();
          } else {
            call(token, "grpc");
          }
        });
  }

  private static <T extends com.google.protobuf.Message> T detail(
      StatusRuntimeException refused, Class<T> type) throws Exception {
    for (var any : StatusProto.fromThrowable(refused).getDetailsList()) {
      if (any.is(type)) {
        return any.unpack(type);
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in the details");
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(ECKey key, Instant expires) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer("waymark")
                .subject("li.wei")
                .claim("kind", "person")
                .claim("bureau", "water")
                .claim("roles", List.of("reporter"))
                .expirationTime(Date.from(expires))
                .build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private static MethodDescriptor<byte[], byte[]> bytes(MethodDescriptor<?, ?> method) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(method.getType())
        .setFullMethodName(method.getFullMethodName())
        .setRequestMarshaller(new Raw())
        .setResponseMarshaller(new Raw())
        .build();
  }

  private static final class Raw implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
