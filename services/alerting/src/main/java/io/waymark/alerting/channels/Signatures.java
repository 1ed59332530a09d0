package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a receiver that a message is ours; HMAC-SHA256 throughout. */
final class Signatures {
  private static final String PREFIX = "whsec_";

  private Signatures() {}

  /**
   * Signs a webhook's body by the rules of Standard Webhooks: "v1," and the base64 of the HMAC over
   * "id.timestamp.body".
   *
   * @param secret its bytes; or "whsec_" and their base64
   */
  static String webhook(String secret, String id, String timestamp, String body) {
    byte[] key =
        secret.startsWith(PREFIX)
            ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
            : secret.getBytes(UTF_8);
    return "v1," + hmac(key, id + "." + timestamp + "." + body);
  }

  /**
   * The address of a DingTalk robot that asks for signatures: with the milliseconds, and the HMAC
   * over "milliseconds LF secret" under the secret.
   */
  static URI dingtalk(URI url, String secret, Instant now) {
    String millis = Long.toString(now.toEpochMilli());
    String sign = hmac(secret.getBytes(UTF_8), millis + "\n" + secret);
    return URI.create(
        url
            + (url.getRawQuery() == null ? "?" : "&")
            + "timestamp="
            + millis
            + "&sign="
            + URLEncoder.encode(sign, UTF_8));
  }

  private static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
