"""Opens a workbook in LibreOffice, prints comments by cell, marks, visible sheets and links as JSON, and saves it again as .xlsx."""
import json, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue

source, target, profile = sys.argv[1:4]
office = subprocess.Popen(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={profile.replace('/', '_')};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
value = lambda name, content: PropertyValue(name, 0, content, 0)

def connected():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={profile.replace('/', '_')};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)

context = connected()
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
try:
    book = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (value("Hidden", True),))
    sheets = []
    for name in book.Sheets.ElementNames:
        sheet = book.Sheets.getByName(name)
        notes = [sheet.Annotations.getByIndex(i) for i in range(sheet.Annotations.Count)]
        formats = sheet.ConditionalFormats.getConditionalFormats()
        links = []
        if name == "Prüfergebnis":
            fields = [sheet.getCellByPosition(4, row).TextFields for row in range(0, 60)]
            links = [each.getByIndex(0).URL for each in fields if each.Count > 0]
        sheets.append({
            "title": name,
            "notes": {f"{chr(65 + note.Position.Column)}{note.Position.Row + 1}": note.String for note in notes},
            "marked": [each.Range.RangeAddressesAsString for each in formats],
            "protected": sheet.isProtected(),
            "links": links,
        })
    print(json.dumps(sheets))
    book.storeToURL(f"file://{target}", (value("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
finally:
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(30)
