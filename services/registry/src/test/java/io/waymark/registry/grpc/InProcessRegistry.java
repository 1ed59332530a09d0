package io.waymark.registry.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.waymark.chassis.grpc.FailureInterceptor;
import io.waymark.chassis.grpc.GrpcServices;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.registry.Samples;
import io.waymark.registry.app.CommandHandler;
import io.waymark.registry.app.CommandQueue;
import io.waymark.registry.app.ImportHandler;
import io.waymark.registry.app.InMemoryRegistryStore;
import io.waymark.registry.app.RegistryMetrics;
import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The service in this process, on a store that forgets; callers are named, not proven. */
final class InProcessRegistry implements AutoCloseable {
  private static final Metadata.Key<String> NAME =
      Metadata.Key.of("test-caller", Metadata.ASCII_STRING_MARSHALLER);

  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final InMemoryRegistryStore store = new InMemoryRegistryStore();
  private final CommandQueue commands =
      new CommandQueue(new CommandHandler(store, clock), RegistryMetrics.NONE);
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();
  private final Server server;
  private final ManagedChannel channel;

  InProcessRegistry() {
    ImportHandler imports = new ImportHandler(store, clock);
    imports.importBureaus(
        List.of(Samples.bureau("transport"), Samples.bureau("housing")), Samples.OFFICE);
    String name = InProcessServerBuilder.generateName();
    server =
        InProcessServerBuilder.forName(name)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .addService(GrpcServices.guarded(new RegistryGrpcService(commands, imports, store)))
            // the last one added is the outermost
            .intercept(new NamedCaller())
            .intercept(new FailureInterceptor())
            .build();
    channel = InProcessChannelBuilder.forName(name).build();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    as(Calls.caller("plan-office", "plan_office"))
        .importBureaus(ImportBureausRequest.newBuilder().addBureaus(Calls.bureau("water")).build());
  }

  MutableClock clock() {
    return clock;
  }

  InMemoryRegistryStore store() {
    return store;
  }

  ManagedChannel channel() {
    return channel;
  }

  RegistryServiceBlockingStub as(Caller caller) {
    return RegistryServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(named(caller)));
  }

  RegistryServiceStub streamingAs(Caller caller) {
    return RegistryServiceGrpc.newStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(named(caller)));
  }

  private Metadata named(Caller caller) {
    callers.put(caller.name(), caller);
    Metadata headers = new Metadata();
    headers.put(NAME, caller.name());
    return headers;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
    commands.close();
  }

  /** Stands in for the token. */
  private final class NamedCaller implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      String name = headers.get(NAME);
      Context context =
          name == null
              ? Context.current()
              : Objects.requireNonNull(callers.get(name)).in(Context.current());
      return Contexts.interceptCall(context, call, headers, next);
    }
  }
}
