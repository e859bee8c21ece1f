package throughline.core.review;

import java.time.LocalDate;

/** What a step looks at. */
public record Around(Pack pack, LocalDate today) {}
