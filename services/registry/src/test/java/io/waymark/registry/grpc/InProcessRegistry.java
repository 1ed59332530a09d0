package io.waymark.registry.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.chassis.grpc.FailureInterceptor;
import io.waymark.chassis.grpc.GrpcServices;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.proto.registry.v1.ReportingServiceGrpc;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceBlockingStub;
import io.waymark.registry.Samples;
import io.waymark.registry.app.CommandHandler;
import io.waymark.registry.app.CommandQueue;
import io.waymark.registry.app.ImportHandler;
import io.waymark.registry.app.InMemoryRegistryStore;
import io.waymark.registry.app.InMemoryReportingStore;
import io.waymark.registry.app.RegistryMetrics;
import io.waymark.registry.app.RegistryStore;
import io.waymark.registry.app.Reporting;
import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The service in this process, by default on a store that forgets; callers are named, not proven.
 */
final class InProcessRegistry implements AutoCloseable {
  private static final Metadata.Key<String> NAME =
      Metadata.Key.of("test-caller", Metadata.ASCII_STRING_MARSHALLER);

  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final InMemoryRegistryStore memory = new InMemoryRegistryStore();
  private final CommandQueue commands;
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();
  private final Server server;
  private final ManagedChannel channel;

  InProcessRegistry() {
    String name = InProcessServerBuilder.generateName();
    commands = new CommandQueue(new CommandHandler(memory, clock), RegistryMetrics.NONE);
    server = start(InProcessServerBuilder.forName(name), memory);
    channel = InProcessChannelBuilder.forName(name).build();
    importBureaus();
  }

  /** Served on a port, as it is when deployed. */
  InProcessRegistry(Function<InMemoryRegistryStore, RegistryStore> choice) {
    RegistryStore store = choice.apply(memory);
    commands = new CommandQueue(new CommandHandler(store, clock), RegistryMetrics.NONE);
    server = start(NettyServerBuilder.forPort(0), store);
    channel = NettyChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    importBureaus();
  }

  private Server start(ServerBuilder<?> builder, RegistryStore store) {
    ImportHandler imports = new ImportHandler(store, clock);
    imports.importBureaus(
        List.of(Samples.bureau("transport"), Samples.bureau("housing")), Samples.OFFICE);
    try {
      return builder
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .addService(
              GrpcServices.guarded(new RegistryGrpcService(commands, imports, store, clock)))
          .addService(
              GrpcServices.guarded(
                  new ReportingGrpcService(
                      new Reporting(
                          new InMemoryReportingStore(memory), clock, WorkingCalendar.shipped()))))
          // the last one added is the outermost
          .intercept(new NamedCaller())
          .intercept(new FailureInterceptor())
          .build()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void importBureaus() {
    as(Calls.caller("plan-office", "plan_office"))
        .importBureaus(ImportBureausRequest.newBuilder().addBureaus(Calls.bureau("water")).build());
  }

  /** How many commands wait to be taken up. */
  int waiting() {
    return commands.waiting();
  }

  MutableClock clock() {
    return clock;
  }

  InMemoryRegistryStore store() {
    return memory;
  }

  ManagedChannel channel() {
    return channel;
  }

  RegistryServiceBlockingStub as(Caller caller) {
    return RegistryServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(named(caller)));
  }

  ReportingServiceBlockingStub reportingAs(Caller caller) {
    return ReportingServiceGrpc.newBlockingStub(channel)
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
