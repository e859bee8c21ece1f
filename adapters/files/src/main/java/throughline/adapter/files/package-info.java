/** Files that people write: YAML and JSON, parsed into plain trees. */
@NullMarked
package throughline.adapter.files;

import org.jspecify.annotations.NullMarked;
