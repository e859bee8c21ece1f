package throughline.adapter.files;

import throughline.core.data.Spot;

/** A text that is well-formed YAML but not one that is taken; never leaves {@link YamlDocuments}. */
final class Refused extends RuntimeException {
    private final Spot spot;
    private final String reason;

    Refused(Spot spot, String reason) {
        super(reason);
        this.spot = spot;
        this.reason = reason;
    }

    Spot spot() {
        return spot;
    }

    String reason() {
        return reason;
    }
}
