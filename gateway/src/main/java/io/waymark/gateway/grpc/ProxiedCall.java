package io.waymark.gateway.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.function.Consumer;

/**
 * One call on its way through. Each side is asked for its next message only when the other side has
 * room for it, so a slow reader slows the writer down and nothing piles up here.
 */
final class ProxiedCall {
  final ServerCall.Listener<byte[]> fromCaller = new FromCaller();
  final ClientCall.Listener<byte[]> fromService = new FromService();

  private final ServerCall<byte[], byte[]> caller;
  private final ClientCall<byte[], byte[]> service;
  private final Upstream upstream;
  private final Consumer<Status.Code> ended;
  private final Pump toService = new Pump();
  private final Pump toCaller = new Pump();

  ProxiedCall(
      ServerCall<byte[], byte[]> caller,
      ClientCall<byte[], byte[]> service,
      Upstream upstream,
      Consumer<Status.Code> ended) {
    this.caller = caller;
    this.service = service;
    this.upstream = upstream;
    this.ended = ended;
  }

  void start(Metadata headers) {
    service.start(fromService, headers);
    service.request(1);
    caller.request(1);
  }

  /** Remembers that a message was passed on while its receiver was not ready for the next one. */
  private static final class Pump {
    private boolean waiting;

    synchronized void passed(boolean ready, Runnable askNext) {
      if (ready) {
        askNext.run();
      } else {
        waiting = true;
      }
    }

    synchronized void becameReady(Runnable askNext) {
      if (waiting) {
        waiting = false;
        askNext.run();
      }
    }
  }

  private final class FromCaller extends ServerCall.Listener<byte[]> {
    @Override
    public void onMessage(byte[] message) {
      service.sendMessage(message);
      toService.passed(service.isReady(), () -> caller.request(1));
    }

    @Override
    public void onHalfClose() {
      service.halfClose();
    }

    @Override
    public void onCancel() {
      service.cancel("the caller went away", null);
      ended.accept(Status.Code.CANCELLED);
    }

    @Override
    public void onReady() {
      toCaller.becameReady(() -> service.request(1));
    }
  }

  private final class FromService extends ClientCall.Listener<byte[]> {
    @Override
    public void onHeaders(Metadata headers) {
      caller.sendHeaders(headers);
    }

    @Override
    public void onMessage(byte[] message) {
      caller.sendMessage(message);
      toCaller.passed(caller.isReady(), () -> service.request(1));
    }

    @Override
    public void onReady() {
      toService.becameReady(() -> caller.request(1));
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (caller.isCancelled()) {
        return; // Nobody is left to be told, and the end was counted.
      }
      boolean unreachable =
          status.getCode() == Status.Code.UNAVAILABLE && status.getCause() != null;
      if (unreachable) {
        Unreachable.close(caller, upstream.name());
      } else {
        caller.close(status, trailers);
      }
      ended.accept(status.getCode());
    }
  }
}
