/** Hand a plan file to another app where the device can, or save it. */
export async function handOver(plan: Blob, name: string): Promise<void> {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase();
  const file = new File([plan], `${plain}.json`, { type: "application/json" });
  if ("canShare" in navigator && navigator.canShare({ files: [file] })) {
    await navigator.share({ files: [file], title: name }).catch(() => undefined);
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
