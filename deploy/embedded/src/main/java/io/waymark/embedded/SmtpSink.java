package io.waymark.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMTP server that delivers nothing and keeps everything: each accepted mail is a file before
 * the sender reads 250.
 *
 * <p>No TLS and no login, on the loopback interface, one virtual thread per connection. Why it is
 * not GreenMail stands in RATIONALE.md.
 */
public final class SmtpSink implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SmtpSink.class);

  private final ServerSocket listener;
  private final Mailbox mailbox;
  private final boolean temporary;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile SmtpPolicy policy = SmtpPolicy.ACCEPT_ALL;

  private SmtpSink(ServerSocket listener, Mailbox mailbox, boolean temporary) {
    this.listener = listener;
    this.mailbox = mailbox;
    this.temporary = temporary;
  }

  /** Starts on a free port with a folder of mails that {@link #close} removes. */
  public static SmtpSink startTemporary() {
    return start(Folders.temporary("waymark-mail"), 0, true);
  }

  /**
   * Starts on a folder whose mails stay.
   *
   * @param port 0 for a free one
   */
  public static SmtpSink start(Path folder, int port) {
    return start(Folders.make(folder), port, false);
  }

  private static SmtpSink start(Path folder, int port, boolean temporary) {
    try {
      var listener = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
      var sink = new SmtpSink(listener, new Mailbox(folder), temporary);
      Thread.ofVirtual().name("smtp-accept").start(sink::accept);
      return sink;
    } catch (IOException e) {
      throw new EmbeddedException(
          "The mail sink cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  public String host() {
    return "localhost";
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The mails that arrived, oldest first. */
  public List<ReceivedMail> mails() {
    return mailbox.all();
  }

  /** Forgets all mails. */
  public void clear() {
    mailbox.clear();
  }

  /**
   * From now on this decides what is refused: a full mailbox, an unknown recipient, an overloaded
   * server.
   */
  public void policy(SmtpPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      log.warn("The mail sink did not close cleanly", e);
    }
    threads.close();
    if (temporary) {
      mailbox.remove();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> converse(socket));
      } catch (SocketException e) {
        log.debug("The mail sink stops listening: {}", e.getMessage());
      } catch (IOException e) {
        log.warn("The mail sink could not accept a connection", e);
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(300_000);
      new SmtpConversation(socket, mailbox, () -> policy).run();
    } catch (IOException e) {
      log.debug("A mail connection broke off: {}", e.getMessage());
    } finally {
      open.remove(socket);
    }
  }
}
