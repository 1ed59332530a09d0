package io.waymark.gateway.web;

import io.waymark.gateway.rest.Tagged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.HttpRequestHandler;

/** The one HTML page of the board; its script shows what the address asks for. */
public final class BoardPage implements HttpRequestHandler {
  private final byte[] page;

  public BoardPage() {
    try (InputStream in = new ClassPathResource("static/index.html").getInputStream()) {
      page = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Tagged.write(page, "text/html;charset=utf-8", request, response);
  }
}
