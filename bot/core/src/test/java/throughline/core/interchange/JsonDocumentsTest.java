package throughline.core.interchange;

class JsonDocumentsTest extends DocumentsContract {
    @Override
    protected Documents documents() {
        return new JsonDocuments();
    }
}
